package lv.varu.proposal;

/** Who has to do the next step; for people {@code proposal.turn.MUNICIPALITY}. */
public enum Turn {
    SUBMITTER,
    PARTNERSHIP,
    MUNICIPALITY,
    NOBODY
}
