package lv.varu.wording;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.mail.Wording;
import lv.varu.mail.Wordings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The edited texts, kept in memory for a few seconds because every letter asks for them. */
@Repository
class EditedTexts implements Wordings {
    static final String ALL = "";

    private final JdbcClient jdbc;
    private final WordingSettings settings;
    private volatile @Nullable Snapshot snapshot;

    EditedTexts(JdbcClient jdbc, WordingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The partnership's own text, else the one for all; another node's edit is seen after a few seconds. */
    @Override
    public Optional<Wording> find(String template, Locale language, @Nullable String partnership) {
        var known = recent();
        var own = partnership == null ? null : known.get(new Key(template, language.getLanguage(), partnership));
        var found = own == null ? known.get(new Key(template, language.getLanguage(), ALL)) : own;
        return Optional.ofNullable(found).map(Edited::wording);
    }

    Map<Key, Edited> recent() {
        Snapshot known = snapshot;
        if (known == null
                || System.nanoTime() - known.readAt > settings.recheckAfter().toNanos()) {
            known = new Snapshot(read(), System.nanoTime());
            snapshot = known;
        }
        return known.texts;
    }

    // After the end of the transaction, however it ended: inside it the editor may have read its own uncommitted rows.
    @TransactionalEventListener(classes = WordingChanged.class, phase = TransactionPhase.AFTER_COMPLETION)
    void forget() {
        snapshot = null;
    }

    private Map<Key, Edited> read() {
        var found = new HashMap<Key, Edited>();
        jdbc.sql("select * from letter_wording").query(row -> {
            found.put(
                    new Key(row.getString("template"), row.getString("language"), row.getString("partnership")),
                    new Edited(
                            new Wording(row.getString("subject"), row.getString("body"), row.getString("action")),
                            row.getInt("version"),
                            row.getTimestamp("changed_at").toInstant(),
                            row.getObject("changed_by", UUID.class)));
        });
        return Map.copyOf(found);
    }

    Optional<Edited> get(Key key) {
        return Optional.ofNullable(read().get(key));
    }

    /** @param version as it was read; 0 when there was none */
    void save(Key key, Wording wording, int version, UUID by, Instant now) {
        int changed = version == 0
                ? jdbc.sql("""
                                insert into letter_wording (template, language, partnership, subject, body, action, version,
                                    changed_at, changed_by) values (?, ?, ?, ?, ?, ?, 1, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                key.template(),
                                key.language(),
                                key.partnership(),
                                wording.subject(),
                                wording.body(),
                                wording.action(),
                                Timestamp.from(now),
                                by))
                        .update()
                : jdbc.sql("""
                                update letter_wording set subject = ?, body = ?, action = ?, version = version + 1,
                                    changed_at = ?, changed_by = ?
                                where template = ? and language = ? and partnership = ? and version = ?""")
                        .params(Arrays.asList(
                                wording.subject(),
                                wording.body(),
                                wording.action(),
                                Timestamp.from(now),
                                by,
                                key.template(),
                                key.language(),
                                key.partnership(),
                                version))
                        .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException(key.toString());
        }
    }

    boolean remove(Key key) {
        return jdbc.sql("delete from letter_wording where template = ? and language = ? and partnership = ?")
                        .params(key.template(), key.language(), key.partnership())
                        .update()
                == 1;
    }

    record Key(String template, String language, String partnership) {}

    record Edited(
            Wording wording,
            int version,
            Instant changedAt,
            @Nullable UUID changedBy) {}

    private record Snapshot(Map<Key, Edited> texts, long readAt) {}
}
