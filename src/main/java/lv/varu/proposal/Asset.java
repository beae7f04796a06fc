package lv.varu.proposal;

/** Whose property a proposal is about, for a municipality cannot decide about a state road. */
public enum Asset {
    MUNICIPAL,
    STATE,
    OTHER
}
