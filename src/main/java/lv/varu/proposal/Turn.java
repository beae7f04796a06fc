package lv.varu.proposal;

/** Who has to do the next step; for people {@code proposal.turn.MUNICIPALITY}. */
public enum Turn {
    SUBMITTER,
    PARTNERSHIP,
    MUNICIPALITY,
    NOBODY;

    static Turn in(ProposalStatus status) {
        return switch (status) {
            case UNCONFIRMED -> SUBMITTER;
            case RECEIVED, SCREENED, ANSWERED -> PARTNERSHIP;
            case FORWARDED -> MUNICIPALITY;
            case DECLINED, PUBLISHED, EXPIRED -> NOBODY;
        };
    }
}
