package lv.varu.consultation.turn;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Extensions extends JpaRepository<Extension, UUID> {
    List<Extension> findByConsultationIdOrderByExtendedAt(UUID consultationId);
}
