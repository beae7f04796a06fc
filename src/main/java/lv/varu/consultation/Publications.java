package lv.varu.consultation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Publications extends JpaRepository<Publication, UUID> {
    List<Publication> findByConsultationIdOrderByChannel(UUID consultationId);

    Optional<Publication> findByConsultationIdAndChannel(UUID consultationId, Channel channel);
}
