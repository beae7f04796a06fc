package lv.varu.consultation.report;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ParticipationReports extends JpaRepository<ParticipationReport, UUID> {
    default ParticipationReport of(UUID consultation) {
        return findById(consultation).orElseGet(() -> new ParticipationReport(consultation));
    }
}
