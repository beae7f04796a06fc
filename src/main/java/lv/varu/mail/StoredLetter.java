package lv.varu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter in the outbox.
 *
 * @param text only where an earlier version kept it, like {@code html}; {@link LetterLayout} knows both of any letter
 * @param parts {@link LetterParts} as JSON
 */
record StoredLetter(
        UUID id,
        long number,
        CaseKey about,
        String template,
        String language,
        String email,
        String name,
        @Nullable String senderName,
        @Nullable String replyTo,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String parts,
        List<String> secrets,
        @Nullable String unsubscribe,
        @Nullable String onceKey,
        LetterState state,
        Instant postedAt,
        int attempts,
        @Nullable Instant firstAttemptAt,
        @Nullable Instant lastAttemptAt,
        Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable String lastError) {
    private static final String MASK = "…";

    static StoredLetter from(ResultSet row, int number) throws SQLException {
        return new StoredLetter(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                CaseKey.parse(row.getString("about")),
                row.getString("template"),
                row.getString("language"),
                row.getString("recipient_email"),
                row.getString("recipient_name"),
                row.getString("sender_name"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getString("parts"),
                row.getString("secrets").lines().toList(),
                row.getString("unsubscribe"),
                row.getString("once_key"),
                LetterState.valueOf(row.getString("state")),
                row.getTimestamp("posted_at").toInstant(),
                row.getInt("attempts"),
                instant(row.getTimestamp("first_attempt_at")),
                instant(row.getTimestamp("last_attempt_at")),
                row.getTimestamp("next_attempt_at").toInstant(),
                instant(row.getTimestamp("delivered_at")),
                row.getString("last_error"));
    }

    public String tone() {
        return state.tone();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** A link that is a key opens a door to whoever reads it, so it does not stay behind. */
    @Nullable
    String masked(@Nullable String body) {
        if (body == null) {
            return null;
        }
        var masked = body;
        var longestFirst = secrets.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (var secret : longestFirst) {
            masked = masked.replace(secret, MASK).replace(HtmlUtils.htmlEscape(secret, "UTF-8"), MASK);
        }
        return masked;
    }
}
