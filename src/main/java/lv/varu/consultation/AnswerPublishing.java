package lv.varu.consultation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Tally;
import lv.varu.proposal.answer.AnswerRelease;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes all answers of a consultation at once and tells the authors. */
@Component
@Transactional
class AnswerPublishing {
    private final Consultations consultations;
    private final ProposalBook proposals;
    private final AnswerRelease release;
    private final Trail trail;
    private final Clock clock;

    AnswerPublishing(
            Consultations consultations, ProposalBook proposals, AnswerRelease release, Trail trail, Clock clock) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.release = release;
        this.trail = trail;
        this.clock = clock;
    }

    /** One of them before the rest; whether it was still to be published. */
    boolean publish(UUID id, UUID proposal) {
        var consultation = consultations.get(id);
        if (!mayPublish(consultation)) {
            throw new Consultation.WrongStatus(id, consultation.status());
        }
        return release.publish(id, proposal);
    }

    /** From the delivery of the position to the day on which all are published. */
    static boolean mayPublish(Consultation consultation) {
        return consultation.phase() == Phase.ANSWERS;
    }

    void recordSome(UUID id, int published) {
        trail.record(ConsultationDesk.key(id), "consultation.answers-published-early", Map.of("published", published));
    }

    /** @return whether some are left for the next transaction */
    boolean publishSome(UUID id) {
        var consultation = consultations.getHeld(id);
        if (proposals.publishSome(id)) {
            return true;
        }
        consultation.answersPublished(clock.instant());
        long published =
                proposals.tallies(List.of(id)).getOrDefault(id, Tally.NONE).in(ProposalStatus.PUBLISHED);
        trail.record(ConsultationDesk.key(id), "consultation.answers-published", Map.of("published", published));
        return false;
    }
}
