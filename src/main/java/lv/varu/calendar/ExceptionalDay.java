package lv.varu.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the exceptions table.
 *
 * @param workedOn the weekend day to which the work of a day off was moved
 */
record ExceptionalDay(
        LocalDate day, Kind kind, @Nullable LocalDate workedOn, String reasonLv, String reasonEn, String source) {

    enum Kind {
        DAY_OFF,
        WORKING_DAY
    }

    boolean isMoved() {
        return workedOn != null;
    }
}
