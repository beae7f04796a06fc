package lv.varu.consultation.position;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Approvals extends JpaRepository<Approval, UUID> {
    /** The latest first. */
    List<Approval> findByConsultationIdOrderByDecidedAtDesc(UUID consultationId);
}
