package lv.varu.suggestion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often a box is emptied: every so many weeks or months, on a day of the week. */
public record Schedule(int every, Unit unit, DayOfWeek weekday) {

    public enum Unit {
        WEEKS,
        MONTHS
    }

    LocalDate after(LocalDate day) {
        LocalDate about = unit == Unit.WEEKS ? day.plusWeeks(every) : day.plusMonths(every);
        LocalDate begin =
                unit == Unit.WEEKS ? about.minusDays(about.getDayOfWeek().getValue() - 1L) : about;
        return begin.with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** The first time: on the next such day. */
    LocalDate first(LocalDate today) {
        return today.with(TemporalAdjusters.next(weekday));
    }
}
