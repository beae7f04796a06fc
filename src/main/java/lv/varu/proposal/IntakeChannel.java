package lv.varu.proposal;

/** How a proposal came in. */
public enum IntakeChannel {
    PORTAL,
    INVITATION,
    PROGRAM,
    PAPER
}
