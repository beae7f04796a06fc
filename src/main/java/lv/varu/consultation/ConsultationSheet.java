package lv.varu.consultation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.consultation.invitation.InvitationFunnel;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.consultation.position.Approvals;
import lv.varu.consultation.position.Deliveries;
import lv.varu.consultation.position.Positions;
import lv.varu.consultation.publication.Publications;
import lv.varu.consultation.registration.Forecasting;
import lv.varu.consultation.report.ParticipationReports;
import lv.varu.consultation.report.ReportContents;
import lv.varu.consultation.turn.ChangePost;
import lv.varu.consultation.turn.Turns;
import lv.varu.document.Documents;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.Tally;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything about one consultation, for the page that staff read. */
@Component
// Not read-only: the engine keeps what its tables were asked.
@Transactional
public class ConsultationSheet {
    private final Consultations consultations;
    private final Publications publications;
    private final Invitations invitations;
    private final Positions positions;
    private final Approvals approvals;
    private final Deliveries deliveries;
    private final Turns turns;
    private final ChangePost changes;
    private final ParticipationReports reports;
    private final ReportContents reportContents;
    private final ConsultationNames names;
    private final ConsultationProcess process;
    private final Standing standing;
    private final Forecasting forecasting;
    private final ProposalBook proposals;
    private final TaskDesk tasks;
    private final Documents documents;
    private final Clock clock;

    ConsultationSheet(
            Consultations consultations,
            Publications publications,
            Invitations invitations,
            Positions positions,
            Approvals approvals,
            Deliveries deliveries,
            Turns turns,
            ChangePost changes,
            ParticipationReports reports,
            ReportContents reportContents,
            ConsultationNames names,
            ConsultationProcess process,
            Standing standing,
            Forecasting forecasting,
            ProposalBook proposals,
            TaskDesk tasks,
            Documents documents,
            Clock clock) {
        this.consultations = consultations;
        this.publications = publications;
        this.invitations = invitations;
        this.positions = positions;
        this.approvals = approvals;
        this.deliveries = deliveries;
        this.turns = turns;
        this.changes = changes;
        this.reports = reports;
        this.reportContents = reportContents;
        this.names = names;
        this.process = process;
        this.standing = standing;
        this.forecasting = forecasting;
        this.proposals = proposals;
        this.tasks = tasks;
        this.documents = documents;
        this.clock = clock;
    }

    /** Those of the partnership; others get to know nothing about it here. */
    public Consultation get(String code, Person by) {
        var consultation = consultations.get(code);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        return consultation;
    }

    Map<String, ?> model(Consultation consultation, Person by, Locale locale) {
        var id = consultation.id();
        var key = ConsultationDesk.key(id);
        Map<String, Object> model = new HashMap<>();
        model.put("consultation", consultation);
        model.put("names", names.of(consultation, locale));
        model.put("steps", standing.of(consultation, locale));
        var open = tasks.open(key);
        model.put("tasks", open);
        model.put("taskNames", open.stream().collect(Collectors.toMap(OpenTask::id, task -> tasks.name(task, locale))));
        model.put("mayExtend", consultation.mayBeExtended(clock.instant()));
        model.put(
                "mayWithdraw",
                consultation.mayBeWithdrawn() && consultation.owners().stream().anyMatch(by::manages));
        model.put("publications", publications.findByConsultationIdOrderByChannel(id));
        model.put("invited", InvitationFunnel.of(invitations.counts(id)));
        var tally = proposals.tallies(List.of(id)).getOrDefault(id, Tally.NONE);
        model.put("proposals", tally);
        process.moving(id).ifPresent(step -> model.put("moving", new Moving(step, left(step, id))));
        model.put("position", positions.of(id));
        model.put("approvals", approvals.findByConsultationIdOrderByDecidedAtDesc(id));
        model.put("deliveries", deliveries.findByConsultationIdOrderByHost(id));
        model.put("hostNames", names.hostsByCode(consultation, locale));
        model.put("turns", turns.of(consultation));
        model.put("sending", changes.progress(id));
        model.put("script", "live.js");
        model.put("report", reports.of(id));
        model.put("files", documents.of(key));
        if (consultation.status() == ConsultationStatus.PREPARING) {
            model.put("forecast", forecasting.of(consultation, locale));
        }
        return model;
    }

    private long left(String step, UUID id) {
        return proposals.count(id, ConsultationProcess.MOVING.getOrDefault(step, Set.of()));
    }

    /** @param step of the model that moves proposals on, some at a time */
    record Moving(String step, long left) {}

    Map<String, ?> report(Consultation consultation, Pageable page, Locale locale) {
        return Map.of(
                "consultation", consultation,
                "names", names.of(consultation, locale),
                "report", reports.of(consultation.id()),
                "figures", reportContents.of(consultation.id()),
                "proposals", reportContents.proposals(consultation.id(), page));
    }
}
