package lv.varu.consultation.turn;

import java.util.List;
import java.util.UUID;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.Consultations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has changed since the notice. */
@Component
@Transactional(readOnly = true)
public class Turns {
    private final Extensions extensions;
    private final RevisionDesk revisions;
    private final Consultations consultations;

    Turns(Extensions extensions, RevisionDesk revisions, Consultations consultations) {
        this.extensions = extensions;
        this.revisions = revisions;
        this.consultations = consultations;
    }

    public Taken of(Consultation consultation) {
        UUID earlier = consultation.followsId();
        return new Taken(
                extensions.findByConsultationIdOrderByExtendedAt(consultation.id()),
                revisions.of(consultation.id()),
                earlier == null ? null : consultations.get(earlier),
                consultations.findByFollowsIdOrderByOpensOn(consultation.id()));
    }

    /**
     * @param extensions in the order of time
     * @param revisions the newest first
     * @param earlier the round before
     * @param later rounds after this one, announced or not
     */
    public record Taken(
            List<Extension> extensions,
            List<RevisionDesk.Shown> revisions,
            @Nullable Consultation earlier,
            List<Consultation> later) {}
}
