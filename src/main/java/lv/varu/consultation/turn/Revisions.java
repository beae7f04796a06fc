package lv.varu.consultation.turn;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Revisions extends JpaRepository<Revision, UUID> {
    /** The newest first. */
    List<Revision> findByConsultationIdOrderByNumberDesc(UUID consultationId);

    Optional<Revision> findByConsultationIdAndNumber(UUID consultationId, int number);

    int countByConsultationId(UUID consultationId);
}
