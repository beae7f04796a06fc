package lv.varu.proposal;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Where a proposal stands; for people {@code proposal.status.RECEIVED}. */
@NamedInterface("shared")
public enum ProposalStatus {
    UNCONFIRMED,
    RECEIVED,
    CLARIFYING,
    DECLINED,
    SCREENED,
    MERGED,
    SPLIT,
    FORWARDED,
    ANSWERING,
    ANSWERED,
    PUBLISHED,
    WITHDRAWN,
    EXPIRED;

    /** What anyone may read: somebody has looked at the text before it is shown to the world. */
    public static final Set<ProposalStatus> PUBLIC = EnumSet.range(SCREENED, PUBLISHED);

    /** What staff list and search: everything that somebody has confirmed. */
    public static final Set<ProposalStatus> CONFIRMED = EnumSet.range(RECEIVED, WITHDRAWN);

    /** Not yet at its end, so that it can still be taken back. */
    public static final Set<ProposalStatus> OPEN =
            EnumSet.of(RECEIVED, CLARIFYING, SCREENED, SPLIT, FORWARDED, ANSWERING, ANSWERED);

    /** Ends with its consultation, confirmed or not. */
    public static final Set<ProposalStatus> UNFINISHED = union(EnumSet.of(UNCONFIRMED), OPEN);

    private static Set<ProposalStatus> union(Set<ProposalStatus> some, Set<ProposalStatus> more) {
        EnumSet<ProposalStatus> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }
}
