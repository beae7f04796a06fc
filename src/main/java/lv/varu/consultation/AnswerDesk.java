package lv.varu.consultation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.proposal.ProposalBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes all answers of a consultation at once and tells the authors. */
@Component
@Transactional
class AnswerDesk {
    private final Consultations consultations;
    private final ProposalBook proposals;
    private final Trail trail;
    private final Clock clock;

    AnswerDesk(Consultations consultations, ProposalBook proposals, Trail trail, Clock clock) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    void conclude(UUID id) {
        var consultation = consultations.getHeld(id);
        consultation.answersPublished(clock.instant());
        int published = proposals.publish(id);
        trail.record(ConsultationDesk.key(id), "consultation.answers-published", Map.of("published", published));
    }
}
