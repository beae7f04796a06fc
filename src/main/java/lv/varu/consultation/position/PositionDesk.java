package lv.varu.consultation.position;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationProcess;
import lv.varu.consultation.ConsultationSettings;
import lv.varu.consultation.Consultations;
import lv.varu.directory.Places;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalAnswered;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalSetAside;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The partnership's position: compiled, approved, handed to the municipalities, answered. */
@Component
@Transactional
public class PositionDesk {
    private final Consultations consultations;
    private final Positions positions;
    private final Approvals approvals;
    private final Deliveries deliveries;
    private final PositionDelivery delivery;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final Places places;
    private final ConsultationProcess process;
    private final ProposalBook proposals;
    private final Trail trail;
    private final Clock clock;

    PositionDesk(
            Consultations consultations,
            Positions positions,
            Approvals approvals,
            Deliveries deliveries,
            PositionDelivery delivery,
            Deadlines deadlines,
            ConsultationSettings settings,
            Places places,
            ConsultationProcess process,
            ProposalBook proposals,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.positions = positions;
        this.approvals = approvals;
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.deadlines = deadlines;
        this.settings = settings;
        this.places = places;
        this.process = process;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    void compile(UUID id, String introduction, String ownView, List<Position.Item> items, List<String> eAddressHosts) {
        var position = positions.of(id);
        position.compile(introduction, ownView, items, eAddressHosts);
        positions.save(position);
        trail.record(
                ConsultationDesk.key(id),
                "consultation.position-compiled",
                Map.of(
                        "included",
                        items.stream().filter(item -> !item.leftOut()).count(),
                        "leftOut",
                        items.stream().filter(Position.Item::leftOut).count()));
    }

    /** Each owner's manager decides for their partnership; what one of them says is kept. */
    public void decided(UUID id, String owner, boolean approved, String comment, Person by) {
        approvals.save(new Approval(UUID.randomUUID(), id, owner, approved, comment, by.name(), clock.instant()));
        trail.record(
                ConsultationDesk.key(id),
                approved ? "consultation.position-approved" : "consultation.position-returned",
                comment.isEmpty() ? Map.of("owner", owner) : Map.of("owner", owner, "comment", comment));
        if (!approved) {
            consultations.get(id).returned(comment);
        }
    }

    /** The hosts to whom staff have to send it themselves. */
    public List<String> deliver(UUID id) {
        var consultation = consultations.getHeld(id);
        consultation.positionDelivered(clock.instant());
        var byHand = delivery.toHosts(consultation, positions.of(id));
        trail.record(
                ConsultationDesk.key(id),
                "consultation.position-delivered",
                Map.of("hosts", String.join(", ", consultation.hosts())));
        return byHand;
    }

    /**
     * Once every host has the position.
     *
     * @return whether some are left for the next transaction
     */
    public boolean forwardSome(UUID id) {
        consultations.getHeld(id);
        return proposals.forwardSome(id, positions.of(id).leftOut());
    }

    /** Once all are forwarded. */
    public Requested requested(UUID id) {
        var today = Riga.today(clock);
        return new Requested(
                proposals.isAnswered(id),
                deliveries.findByConsultationIdOrderByHost(id).stream()
                        .filter(sent -> !sent.isConfirmed())
                        .map(Delivery::host)
                        .toList(),
                morningAfter(today, settings.receiptReminderDays()),
                morningAfter(today, settings.receiptCallDays()));
    }

    /**
     * @param unconfirmed hosts of whom nobody knows yet whether they have the position
     * @param remindAt when they are reminded
     * @param callAt when somebody is to call
     */
    public record Requested(boolean allAnswered, List<String> unconfirmed, Instant remindAt, Instant callAt) {}

    private Instant morningAfter(LocalDate day, int workingDays) {
        return deadlines
                .workingDays(day, workingDays)
                .date()
                .atTime(settings.reminderTime())
                .atZone(Riga.ZONE)
                .toInstant();
    }

    @EventListener
    void answered(ProposalAnswered event) {
        // Held, so that two answers of one host do not both note that it has the position.
        consultations.hold(event.callId()).ifPresent(consultation -> confirmReceipt(event));
        continueWhenAnswered(event.callId());
    }

    @EventListener
    void setAside(ProposalSetAside event) {
        continueWhenAnswered(event.callId());
    }

    /** Not every call for proposals is a consultation. */
    private void continueWhenAnswered(UUID id) {
        // Held, so that the delivery and the last answer see each other.
        consultations
                .hold(id)
                .filter(consultation -> consultation.deliveredAt() != null)
                .filter(consultation -> proposals.isAnswered(id))
                .ifPresent(consultation -> process.answersReceived(id));
    }

    /** Who answers has the position. */
    private void confirmReceipt(ProposalAnswered event) {
        var answered = proposals
                .find(event.proposalId())
                .filter(proposal -> proposal.outcome() != null && proposal.outcome() != Outcome.NO_REPLY);
        answered.ifPresent(proposal -> deliveries.findByConsultationIdOrderByHost(event.callId()).stream()
                .filter(sent -> !sent.isConfirmed() && speaksFor(sent.host(), proposal.municipality()))
                .forEach(sent -> delivery.confirm(
                        sent, Delivery.Proof.ANSWER, Objects.requireNonNullElse(sent.recipientName(), sent.host()))));
    }

    /** A municipality that a reform ended is answered for by those that took over. */
    private boolean speaksFor(String host, String municipality) {
        return host.equals(municipality)
                || places.lookUp(host)
                        .filter(place -> !place.exists())
                        .filter(place -> place.successors().contains(municipality))
                        .isPresent();
    }
}
