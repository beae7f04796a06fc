package lv.varu.proposal;

import java.util.Arrays;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** How a proposal came in. */
@NamedInterface("shared")
public enum IntakeChannel {
    PORTAL,
    INVITATION,
    PROGRAM,
    /** Handed in. */
    PAPER,
    POST,
    EMAIL,
    E_ADDRESS,
    TELEPHONE,
    MEETING,
    BOX;

    /** What staff enter for somebody, in the order of their list. */
    public static final List<IntakeChannel> BY_STAFF =
            Arrays.stream(values()).filter(channel -> !channel.isOnline()).toList();

    /** The submitters themselves fill in the form. */
    public boolean isOnline() {
        return this == PORTAL || this == INVITATION || this == PROGRAM;
    }

    /** Nobody needs to say who they are. */
    public boolean mayBeAnonymous() {
        return this == MEETING || this == BOX;
    }
}
