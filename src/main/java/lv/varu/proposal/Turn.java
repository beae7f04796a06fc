package lv.varu.proposal;

/** Who has to do the next step; for people {@code proposal.turn.MUNICIPALITY}. */
public enum Turn {
    SUBMITTER,
    PARTNERSHIP,
    MUNICIPALITY,
    NOBODY;

    static Turn in(ProposalStatus status) {
        return switch (status) {
            case UNCONFIRMED, CLARIFYING -> SUBMITTER;
            case RECEIVED, SCREENED, ANSWERING, ANSWERED -> PARTNERSHIP;
            case FORWARDED, SPLIT -> MUNICIPALITY;
            case DECLINED, MERGED, PUBLISHED, WITHDRAWN, EXPIRED -> NOBODY;
        };
    }
}
