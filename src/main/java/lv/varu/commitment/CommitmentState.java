package lv.varu.commitment;

import java.util.EnumSet;
import java.util.Set;

/** How far a promise has come; for people {@code commitment.state.UNDER_WAY}. */
public enum CommitmentState {
    RECORDING,
    NOT_FOLLOWED,
    NOT_STARTED,
    UNDER_WAY,
    DONE,
    GIVEN_UP;

    /** What a municipality can tell, and everybody can read. */
    static final Set<CommitmentState> PUBLIC = EnumSet.range(NOT_STARTED, GIVEN_UP);

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    /** Nothing more is to be asked. */
    public boolean isEnd() {
        return this == NOT_FOLLOWED || this == DONE || this == GIVEN_UP;
    }
}
