package lv.varu.consultation.turn;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationProcess;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Consultations;
import lv.varu.proposal.ProposalBook;
import lv.varu.task.TaskDesk;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives people more time: every date that hangs on the end moves with it. */
@Component
@Transactional
@NamedInterface("shared")
public class ExtensionDesk {
    private final Consultations consultations;
    private final Extensions extensions;
    private final ConsultationProcess process;
    private final ProposalBook proposals;
    private final Concerned concerned;
    private final TaskDesk tasks;
    private final Trail trail;
    private final Clock clock;

    ExtensionDesk(
            Consultations consultations,
            Extensions extensions,
            ConsultationProcess process,
            ProposalBook proposals,
            Concerned concerned,
            TaskDesk tasks,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.extensions = extensions;
        this.process = process;
        this.proposals = proposals;
        this.concerned = concerned;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Consultation.WrongStatus once the window has closed, and before it is announced */
    public void extend(UUID id, LocalDate closesOn, String reason, Person by) {
        var consultation = consultations.getHeld(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        var before = consultation.closesOn();
        var now = clock.instant();
        consultation.extend(closesOn, now);
        var extension = extensions.save(new Extension(UUID.randomUUID(), id, before, closesOn, reason, by.name(), now));
        trail.record(
                ConsultationDesk.key(id),
                "consultation.extended",
                Map.of("closedOn", before.toString(), "closesOn", closesOn.toString(), "reason", reason));
        proposals.closingMoved(id, closesOn);
        // Before the opening nothing waits for the end yet.
        if (consultation.status() == ConsultationStatus.OPEN) {
            process.closingMoved(id);
        }
        tasks.reschedule(ConsultationDesk.key(id));
        concerned.tell(consultation, Change.EXTENDED, extension.id());
    }
}
