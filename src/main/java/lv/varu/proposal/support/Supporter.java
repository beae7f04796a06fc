package lv.varu.proposal.support;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands behind a proposal that another person has written.
 *
 * @param confirmBy until when the link of the letter must be opened
 * @param endedAt since when not any more; the person is erased then
 * @param mutedAt since when no letters are wanted
 */
record Supporter(
        UUID id,
        UUID proposalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String organisation,
        Locale language,
        boolean publishName,
        Instant askedAt,
        Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable Instant mutedAt) {
    static final String KIND = "supporter";

    CaseKey key() {
        return keyOf(id);
    }

    static CaseKey keyOf(UUID id) {
        return CaseKey.of(KIND, id);
    }

    public boolean isConfirmed() {
        return confirmedAt != null && endedAt == null;
    }

    public boolean isMuted() {
        return mutedAt != null;
    }

    boolean hasEnded() {
        return endedAt != null;
    }
}
