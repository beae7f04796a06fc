package lv.varu.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Approvals extends JpaRepository<Approval, UUID> {
    /** The latest first. */
    List<Approval> findByConsultationIdOrderByDecidedAtDesc(UUID consultationId);
}
