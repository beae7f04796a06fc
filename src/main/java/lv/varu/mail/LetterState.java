package lv.varu.mail;

/** Where a letter stands. */
enum LetterState {
    WAITING("wait"),
    DELIVERED("good"),
    /** Not for this recipient outside production. */
    HELD("quiet"),
    /** The recipient's server refused the address for good. */
    REFUSED("bad"),
    /** Not delivered in all the time that delivery is tried. */
    INCIDENT("bad");

    private final String tone;

    LetterState(String tone) {
        this.tone = tone;
    }

    String tone() {
        return tone;
    }

    boolean canBeRetried() {
        return this == INCIDENT || this == REFUSED || this == HELD;
    }
}
