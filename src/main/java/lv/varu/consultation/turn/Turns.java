package lv.varu.consultation.turn;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has changed since the notice. */
@Component
@Transactional(readOnly = true)
public class Turns {
    private final Extensions extensions;
    private final RevisionDesk revisions;

    Turns(Extensions extensions, RevisionDesk revisions) {
        this.extensions = extensions;
        this.revisions = revisions;
    }

    public Taken of(UUID consultation) {
        return new Taken(extensions.findByConsultationIdOrderByExtendedAt(consultation), revisions.of(consultation));
    }

    /**
     * @param extensions in the order of time
     * @param revisions the newest first
     */
    public record Taken(List<Extension> extensions, List<RevisionDesk.Shown> revisions) {}
}
