package lv.varu.mail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Ids;
import lv.varu.audit.Trail;
import lv.varu.mail.LetterWriter.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in the transaction of the fact that they tell. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {
    private static final int CHUNK = 500;
    private static final String INSERT = """
            insert into mail_letter (id, about, template, language, recipient_email, recipient_name, sender_name,
                                     reply_to, subject, parts, secrets, unsubscribe, once_key,
                                     state, posted_at, attempts, next_attempt_at)
            select *, 'WAITING', ?::timestamptz, 0, ?::timestamptz
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (once_key) where once_key is not null do nothing returning id""";

    private final JdbcTemplate jdbc;
    private final LetterWriter writer;
    private final LetterLayout layout;
    private final Trail trail;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, LetterWriter writer, LetterLayout layout, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.layout = layout;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the letter was new; one with a known once-key is not written again. */
    public boolean post(Letter letter) {
        return postAll(List.of(letter)) == 1;
    }

    /** How many were new; cheap for thousands. */
    public int postAll(Collection<Letter> letters) {
        int posted = 0;
        var all = List.copyOf(letters);
        for (int from = 0; from < all.size(); from += CHUNK) {
            posted += postChunk(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return posted;
    }

    /** Removes every letter about a case whose people are to be forgotten, sent or not. */
    public void forget(CaseKey about) {
        int forgotten = jdbc.update("delete from mail_letter where about = ?", about.toString());
        if (forgotten > 0) {
            trail.record(about, "mail.forgotten", Map.of("letters", forgotten));
        }
    }

    /**
     * Removes letters about a case that goes on without its person, as far as they went to others and have left; what
     * waits still arrives. The letters to the person are a record of their own.
     *
     * @param email in lower case
     */
    public void forgetSentToOthers(CaseKey about, String email) {
        int forgotten = jdbc.update(
                "delete from mail_letter where about = ? and state <> 'WAITING' and lower(recipient_email) <> ?",
                about.toString(),
                email);
        if (forgotten > 0) {
            trail.record(about, "mail.forgotten", Map.of("letters", forgotten));
        }
    }

    private int postChunk(List<Letter> letters) {
        var rows = new LinkedHashMap<UUID, Row>();
        letters.forEach(letter -> rows.put(Ids.next(), row(letter)));
        var now = clock.instant();
        var inserted = jdbc.execute((ConnectionCallback<Set<UUID>>) connection -> insert(connection, rows, now));
        rows.keySet().retainAll(inserted == null ? Set.of() : inserted);
        insertAttachments(rows);
        rows.forEach((id, row) -> trail.record(
                row.letter.about,
                "mail.posted",
                Map.of("letter", id, "template", row.letter.template, "language", row.letter.language.getLanguage()),
                Map.of("email", row.letter.to.email())));
        return rows.size();
    }

    private Row row(Letter letter) {
        var written = writer.write(letter);
        return new Row(letter, written, layout.write(written.parts()));
    }

    private static Set<UUID> insert(Connection connection, Map<UUID, Row> rows, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, now.toString());
            statement.setString(2, now.toString());
            int column = 3;
            for (var value : COLUMNS) {
                statement.setArray(column++, array(connection, rows, value));
            }
            var inserted = new HashSet<UUID>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    inserted.add(result.getObject(1, UUID.class));
                }
            }
            return inserted;
        }
    }

    private static Array array(
            Connection connection, Map<UUID, Row> rows, BiFunction<UUID, Row, @Nullable String> value)
            throws SQLException {
        var values = rows.entrySet().stream()
                .map(row -> value.apply(row.getKey(), row.getValue()))
                .toArray(String[]::new);
        return connection.createArrayOf("text", values);
    }

    private void insertAttachments(Map<UUID, Row> rows) {
        var values = new ArrayList<Object[]>();
        rows.forEach((id, row) -> {
            for (int position = 0; position < row.letter.attachments.size(); position++) {
                var attachment = row.letter.attachments.get(position);
                values.add(
                        new Object[] {id, position, attachment.name(), attachment.mediaType(), attachment.content()});
            }
        });
        jdbc.batchUpdate(
                "insert into mail_attachment (letter, position, name, media_type, content) values (?, ?, ?, ?, ?)",
                values);
    }

    /** In the order of the statement. */
    private static final List<BiFunction<UUID, Row, @Nullable String>> COLUMNS = List.of(
            (id, row) -> id.toString(),
            (id, row) -> row.letter.about.toString(),
            (id, row) -> row.letter.template,
            (id, row) -> row.letter.language.toLanguageTag(),
            (id, row) -> row.letter.to.email(),
            (id, row) -> row.letter.to.name(),
            (id, row) -> row.written.sender(),
            (id, row) -> row.letter.sender == null ? null : row.letter.sender.replyTo(),
            (id, row) -> row.written.subject(),
            (id, row) -> row.parts,
            (id, row) -> String.join("\n", row.letter.secrets),
            (id, row) -> row.letter.unsubscribe == null ? null : row.letter.unsubscribe.toString(),
            (id, row) -> row.letter.onceKey);

    /** @param parts as they are stored */
    private record Row(Letter letter, Written written, String parts) {}
}
