package lv.varu.proposal;

/** Why a proposal ended before its answer; for people {@code proposal.withdrawal.AUTHOR}. */
public enum Withdrawal {
    AUTHOR,
    CALL,
    /** Staff had entered it by mistake. */
    ENTRY
}
