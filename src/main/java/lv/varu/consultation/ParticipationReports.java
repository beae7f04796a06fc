package lv.varu.consultation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ParticipationReports extends JpaRepository<ParticipationReport, UUID> {
    default ParticipationReport of(UUID consultation) {
        return findById(consultation).orElseGet(() -> new ParticipationReport(consultation));
    }
}
