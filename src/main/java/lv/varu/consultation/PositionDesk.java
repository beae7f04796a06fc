package lv.varu.consultation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.proposal.ProposalAnswered;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalSetAside;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The partnership's position: compiled, approved, handed to the municipalities, answered. */
@Component
@Transactional
class PositionDesk {
    private final Consultations consultations;
    private final Positions positions;
    private final PositionDelivery delivery;
    private final ConsultationProcess process;
    private final ProposalBook proposals;
    private final Trail trail;
    private final Clock clock;

    PositionDesk(
            Consultations consultations,
            Positions positions,
            PositionDelivery delivery,
            ConsultationProcess process,
            ProposalBook proposals,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.positions = positions;
        this.delivery = delivery;
        this.process = process;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    void compile(UUID id, String introduction, String ownView, List<Position.Item> items) {
        var position = positions.of(id);
        position.compile(introduction, ownView, items);
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

    /** Whether no answer is outstanding. */
    boolean deliver(UUID id) {
        var consultation = consultations.getHeld(id);
        var position = positions.of(id);
        consultation.positionDelivered(clock.instant());
        delivery.toHosts(consultation, position);
        proposals.forward(id, position.leftOut());
        trail.record(
                ConsultationDesk.key(id),
                "consultation.position-delivered",
                Map.of("hosts", String.join(", ", consultation.hosts())));
        return proposals.unanswered(id) == 0;
    }

    @EventListener
    void answered(ProposalAnswered event) {
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
                .filter(consultation -> proposals.unanswered(id) == 0)
                .ifPresent(consultation -> process.answersReceived(id));
    }
}
