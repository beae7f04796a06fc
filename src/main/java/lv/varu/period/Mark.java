package lv.varu.period;

/** How far a source can be relied on. */
enum Mark {
    /** Somebody compared it with the act. */
    CHECKED,
    UNCHECKED,
    /** Agreed by the partnerships themselves, so there is nothing to compare with. */
    OWN
}
