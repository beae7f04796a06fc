package lv.varu.consultation.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.document.Documents;
import lv.varu.document.WordTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The Word templates of the partnerships; where there is none, a plain one that comes with the program. */
@Component
@Transactional
public class WordForms {
    private final JdbcClient jdbc;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;

    WordForms(JdbcClient jdbc, Documents documents, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /** The managers of a partnership, and administrators. */
    static boolean mayKeep(String partnership, Person person) {
        return person.isAdministrator() || person.manages(partnership);
    }

    /**
     * Takes the place of the template that the partnership has.
     *
     * @throws Unknown when it asks for what nobody can give
     * @throws WordTemplate.Unreadable when it is no Word document
     * @throws lv.varu.document.DocumentRefused when the file cannot be taken
     */
    void replace(String partnership, WordForm form, String fileName, byte[] content, Person by) {
        demand(partnership, by);
        var unknown = WordTemplate.of(content).unknown(form.placeholders());
        if (!unknown.isEmpty()) {
            throw new Unknown(unknown);
        }
        var before = own(partnership, form);
        var stored = documents.store(key(partnership, form), fileName, content);
        jdbc.sql("""
                        insert into consultation_word_form
                            (partnership, form, document_id, file_name, uploaded_by, uploaded_at)
                        values (:partnership, :form, :document, :name, :by, :now)
                        on conflict (partnership, form) do update set document_id = excluded.document_id,
                            file_name = excluded.file_name, uploaded_by = excluded.uploaded_by,
                            uploaded_at = excluded.uploaded_at""")
                .param("partnership", partnership)
                .param("form", form.name())
                .param("document", stored.id())
                .param("name", stored.fileName())
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        before.ifPresent(old -> documents.remove(old.document()));
        trail.record(
                key(partnership, form),
                "consultation.word-form-replaced",
                Map.of("form", form.name(), "owner", partnership, "file", stored.fileName()));
    }

    /** Back to the plain one. */
    void drop(String partnership, WordForm form, Person by) {
        demand(partnership, by);
        own(partnership, form).ifPresent(old -> {
            jdbc.sql("delete from consultation_word_form where partnership = ? and form = ?")
                    .params(partnership, form.name())
                    .update();
            documents.remove(old.document());
            trail.record(
                    key(partnership, form),
                    "consultation.word-form-dropped",
                    Map.of("form", form.name(), "owner", partnership, "file", old.fileName()));
        });
    }

    @Transactional(readOnly = true)
    public byte[] fill(
            String partnership,
            WordForm form,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> lists) {
        return WordTemplate.of(content(partnership, form)).fill(values, lists);
    }

    /** What is filled now. */
    @Transactional(readOnly = true)
    public byte[] content(String partnership, WordForm form) {
        try (InputStream content = own(partnership, form)
                .map(own -> documents.open(own.document()))
                .orElseGet(() -> standard(form))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Own> own(String partnership, WordForm form) {
        return jdbc.sql("select document_id, file_name, uploaded_by, uploaded_at from consultation_word_form"
                        + " where partnership = ? and form = ?")
                .params(partnership, form.name())
                .query((row, number) -> new Own(
                        row.getObject("document_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("uploaded_by"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static InputStream standard(WordForm form) {
        var name = "/word/" + form.name().toLowerCase(Locale.ROOT) + ".docx";
        return Objects.requireNonNull(WordForms.class.getResourceAsStream(name), name);
    }

    private static void demand(String partnership, Person by) {
        if (!mayKeep(partnership, by)) {
            throw new NotAllowed();
        }
    }

    private static CaseKey key(String partnership, WordForm form) {
        return CaseKey.of("word-form", partnership + "-" + form);
    }

    /** A template that the partnership has uploaded. */
    record Own(UUID document, String fileName, String uploadedBy, Instant uploadedAt) {}

    /** The template asks for what nobody can give. */
    static class Unknown extends RuntimeException {
        private final List<String> names;

        Unknown(List<String> names) {
            super(String.join(", ", names));
            this.names = names;
        }

        List<String> names() {
            return names;
        }
    }
}
