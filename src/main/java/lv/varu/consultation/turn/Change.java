package lv.varu.consultation.turn;

import java.util.Locale;

/** What everybody concerned is told of. */
public enum Change {
    EXTENDED,
    REVISED,
    MEETING,
    WITHDRAWN;

    /** As in {@code consultation.letter.extended}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
