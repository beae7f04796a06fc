package lv.varu.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An administrator added or removed an exception; published inside the change's own transaction. */
public record CalendarExceptionChanged(
        LocalDate day, Change change, String kind, @Nullable LocalDate workedOn, String reason, String source) {

    public enum Change {
        ADDED,
        REMOVED
    }
}
