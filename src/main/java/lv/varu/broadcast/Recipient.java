package lv.varu.broadcast;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that was called, and what it answered.
 *
 * @param helps nothing as long as it is silent
 */
record Recipient(
        UUID id,
        UUID broadcastId,
        UUID organisationId,
        String name,
        @Nullable String person,
        String email,
        Locale language,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable Boolean helps,
        List<Integer> options,
        @Nullable Integer amount,
        @Nullable String comment) {

    public boolean isSilent() {
        return answeredAt == null;
    }
}
