package lv.varu.proposal.boilerplate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that answers are put together from. It belongs to a partnership, or to a municipality or one of its
 * departments; names in it such as {@code {{numurs}}} are filled in for each proposal.
 *
 * @param department any of the municipality when there is none
 * @param uses in how many answers it went out
 */
public record Boilerplate(
        UUID id,
        int version,
        @Nullable String partnership,
        @Nullable String municipality,
        @Nullable String department,
        String title,
        String text,
        String changedBy,
        Instant changedAt,
        long uses) {}
