package lv.varu.consultation.turn;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationProcess;
import lv.varu.consultation.Consultations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a consultation before its report, and everything that depends on it. */
@Component
@Transactional
public class ConsultationWithdrawal {
    private final Consultations consultations;
    private final ConsultationProcess process;
    private final Concerned concerned;
    private final Trail trail;
    private final Clock clock;

    ConsultationWithdrawal(
            Consultations consultations, ConsultationProcess process, Concerned concerned, Trail trail, Clock clock) {
        this.consultations = consultations;
        this.process = process;
        this.concerned = concerned;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Consultation.WrongStatus once the report is published */
    public void withdraw(UUID id, String reason, Person by) {
        var consultation = consultations.getHeld(id);
        demandManager(consultation, by);
        consultation.withdraw(reason, clock.instant());
        trail.record(ConsultationDesk.key(id), "consultation.withdrawn", Map.of("reason", reason));
        process.withdraw(id);
    }

    /** What stops everything else is for those who answer for the partnership. */
    static void demandManager(Consultation consultation, Person by) {
        if (consultation.owners().stream().noneMatch(by::manages)) {
            throw new NotAllowed();
        }
    }

    /** Everybody hears of it while it is still known who follows what and who has to answer. */
    public void announce(UUID id) {
        var consultation = consultations.get(id);
        if (consultation.isPublic()) {
            concerned.tell(consultation, Change.WITHDRAWN, id);
        }
    }
}
