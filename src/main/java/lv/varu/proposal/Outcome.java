package lv.varu.proposal;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** What became of a proposal; for people {@code proposal.outcome.ACCEPTED}. */
@NamedInterface("shared")
public enum Outcome {
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED,
    NOTED,
    NO_REPLY;

    /** What a municipality can answer. */
    public static final Set<Outcome> ANSWERS = EnumSet.range(ACCEPTED, NOTED);

    public boolean needsRationale() {
        return this != ACCEPTED && this != NO_REPLY;
    }
}
