package lv.varu.consultation;

import java.util.List;
import lv.varu.engine.Variable;
import lv.varu.proposal.ProposalBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the place in the model where a consultation that began elsewhere goes on. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Resumption {
    private final ConsultationProcess process;
    private final ConsultationPeriods periods;
    private final Publications publications;
    private final ProposalBook proposals;

    Resumption(
            ConsultationProcess process,
            ConsultationPeriods periods,
            Publications publications,
            ProposalBook proposals) {
        this.process = process;
        this.periods = periods;
        this.publications = publications;
        this.proposals = proposals;
    }

    void of(Consultation consultation) {
        switch (consultation.status()) {
            case PREPARING -> process.start(consultation);
            case ANNOUNCED -> process.startAt(consultation, List.of("opening"), timers(consultation));
            case OPEN -> process.startAt(consultation, List.of("windowOpen"), timers(consultation));
            case CLOSED -> afterClosing(consultation);
            case ANSWERED -> process.startAt(consultation, List.of("prepareReport"));
            case REPORTED, WITHDRAWN -> {
                // It is over.
            }
        }
    }

    private void afterClosing(Consultation consultation) {
        boolean delivered = consultation.deliveredAt() != null;
        var state = delivered
                ? ConsultationProcess.ALL_ANSWERED.with(proposals.unanswered(consultation.id()) == 0)
                : ConsultationProcess.ALL_SCREENED.with(proposals.unscreened(consultation.id()) == 0);
        // Notices that still lack a proof are a branch of their own, and the report waits for both.
        process.startAt(
                consultation,
                List.of("publishInChannel#multiInstanceBody", delivered ? "answerState" : "screeningState"),
                channels(consultation),
                state);
    }

    private Variable.Value[] timers(Consultation consultation) {
        return new Variable.Value[] {
            ConsultationProcess.OPENS_AT.with(consultation.opensAt()),
            ConsultationProcess.REMIND_AT.with(periods.remindInvitedAt(consultation)),
            ConsultationProcess.CLOSES_AT.with(consultation.closesAt()),
            channels(consultation)
        };
    }

    private Variable.Value channels(Consultation consultation) {
        var open = publications.findByConsultationIdOrderByChannel(consultation.id()).stream()
                .filter(publication -> publication.publishedOn() == null)
                .map(Publication::channel)
                .toList();
        return ConsultationProcess.CHANNELS.with(ConsultationProcess.codes(open));
    }
}
