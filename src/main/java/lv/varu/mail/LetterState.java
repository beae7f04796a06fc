package lv.varu.mail;

/** Where a letter stands. */
enum LetterState {
    WAITING,
    DELIVERED,
    /** Not for this recipient outside production. */
    HELD,
    /** The recipient's server refused the address for good. */
    REFUSED,
    /** Not delivered in all the time that delivery is tried. */
    INCIDENT;

    boolean canBeRetried() {
        return this == INCIDENT || this == REFUSED || this == HELD;
    }
}
