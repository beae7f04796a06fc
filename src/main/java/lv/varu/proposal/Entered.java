package lv.varu.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How staff entered a proposal.
 *
 * @param by name of who did it
 */
record Entered(
        LocalDate receivedOn,
        @Nullable LocalDate writtenOn,
        @Nullable LocalDate postmarkedOn,
        @Nullable String by) {}
