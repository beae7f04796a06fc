package lv.varu.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a consultation of which subscribers are told.
 *
 * @param subject what of it is told, where there may be several: the news of a meeting
 * @param closesOn the last day as it stood then
 * @param reached the last subscription that was written to
 * @param letters how many were written so far
 */
record News(
        UUID id,
        UUID consultationId,
        NewsKind kind,
        @Nullable UUID subject,
        LocalDate closesOn,
        Instant notedAt,
        @Nullable UUID reached,
        int letters) {}
