package lv.varu.proposal.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How staff entered a proposal.
 *
 * @param by name of who did it
 */
public record Entered(
        LocalDate receivedOn,
        @Nullable LocalDate writtenOn,
        @Nullable LocalDate postmarkedOn,
        @Nullable String by) {}
