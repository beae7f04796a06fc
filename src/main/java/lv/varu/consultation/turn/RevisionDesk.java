package lv.varu.consultation.turn;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.Consultations;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts out later versions of a document; earlier ones stay readable. */
@Component
@Transactional
public class RevisionDesk {
    private final Consultations consultations;
    private final Revisions revisions;
    private final Documents documents;
    private final Concerned concerned;
    private final Trail trail;
    private final Clock clock;

    RevisionDesk(
            Consultations consultations,
            Revisions revisions,
            Documents documents,
            Concerned concerned,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.revisions = revisions;
        this.documents = documents;
        this.concerned = concerned;
        this.trail = trail;
        this.clock = clock;
    }

    /** A file as it was sent. */
    public record Upload(String name, InputStream content) {}

    /**
     * @throws Consultation.WrongStatus outside the time in which people can still react
     * @throws lv.varu.document.DocumentRefused when the file cannot be taken
     */
    public int revise(UUID id, Revision.New version, @Nullable Upload file, Person by) throws IOException {
        var consultation = consultations.getHeld(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        var now = clock.instant();
        if (!consultation.mayBeRevised(now)) {
            throw new Consultation.WrongStatus(id, consultation.status());
        }
        var revision =
                revisions.save(new Revision(UUID.randomUUID(), id, nextNumber(consultation), version, by.name(), now));
        if (file != null) {
            documents.store(revision.key(), file.name(), file.content());
        }
        trail.record(
                ConsultationDesk.key(id),
                "consultation.revised",
                Map.of(
                        "version", revision.number(),
                        "draft", version.label(),
                        "changes", version.changes(),
                        "link", version.url()));
        concerned.tell(consultation, Change.REVISED, revision.id());
        return revision.number();
    }

    /** The versions that were announced count too, and a document without any has been there once. */
    int nextNumber(Consultation consultation) {
        int announced = Math.max(1, consultation.details().draftVersions().size());
        return announced + revisions.countByConsultationId(consultation.id()) + 1;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Shown> of(UUID consultation) {
        var found = revisions.findByConsultationIdOrderByNumberDesc(consultation);
        var files = documents.ofAll(found.stream().map(Revision::key).toList());
        return found.stream()
                .map(revision -> new Shown(
                        revision,
                        Objects.requireNonNull(files.get(revision.key())).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** A version with its file, if it has one. */
    public record Shown(Revision revision, @Nullable Document file) {}

    @Transactional(readOnly = true)
    public ResponseEntity<Resource> serve(UUID consultation, int number) {
        var revision = revisions
                .findByConsultationIdAndNumber(consultation, number)
                .orElseThrow(() -> new ConsultationNotFound(consultation + " " + number));
        return documents.of(revision.key()).stream()
                .findFirst()
                .map(file -> documents.serve(file.id()))
                .orElseThrow(() -> new ConsultationNotFound(consultation + " " + number));
    }
}
