package lv.varu.consultation.report;

import java.time.Clock;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.Consultations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The participation report: written, approved, published. */
@Component
@Transactional
public class ReportDesk {
    private final Consultations consultations;
    private final ParticipationReports reports;
    private final Trail trail;
    private final Clock clock;

    ReportDesk(Consultations consultations, ParticipationReports reports, Trail trail, Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.trail = trail;
        this.clock = clock;
    }

    void write(UUID id, String introduction, String conclusions) {
        var report = reports.of(id);
        report.write(introduction, conclusions);
        reports.save(report);
        trail.record(ConsultationDesk.key(id), "consultation.report-written");
    }

    public void publish(UUID id) {
        var now = clock.instant();
        consultations.getHeld(id).reported(now);
        var report = reports.of(id);
        report.publish(now);
        reports.save(report);
        trail.record(ConsultationDesk.key(id), "consultation.report-published");
    }
}
