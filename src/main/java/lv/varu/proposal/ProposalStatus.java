package lv.varu.proposal;

import java.util.EnumSet;
import java.util.Set;

/** Where a proposal stands; for people {@code proposal.status.RECEIVED}. */
public enum ProposalStatus {
    UNCONFIRMED,
    RECEIVED,
    DECLINED,
    SCREENED,
    FORWARDED,
    ANSWERED,
    PUBLISHED,
    EXPIRED;

    /** What anyone may read: somebody has looked at the text before it is shown to the world. */
    public static final Set<ProposalStatus> PUBLIC = EnumSet.range(SCREENED, PUBLISHED);

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }
}
