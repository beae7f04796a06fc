package lv.varu.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Counts time limits. The count starts on the day after the event, and a last day on a weekend or holiday moves to the
 * next working day.
 */
@Component
public class Deadlines {
    private final WorkingCalendar calendar;

    public Deadlines(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    public Deadline workingDays(LocalDate from, int n) {
        return of(from, Span.workingDays(n));
    }

    public Deadline days(LocalDate from, int n) {
        return of(from, Span.days(n));
    }

    public Deadline weeks(LocalDate from, int n) {
        return of(from, Span.weeks(n));
    }

    public Deadline of(LocalDate from, Span span) {
        return span.unit() == Span.Unit.WORKING_DAYS ? countingWorkingDays(from, span) : countingDays(from, span);
    }

    /** A working day at least this long before the date: a reminder comes early rather than on a day off. */
    public LocalDate before(LocalDate date, Span span) {
        int n = span.amount();
        return switch (span.unit()) {
            case WORKING_DAYS -> calendar.minusWorkingDays(date, n);
            case DAYS -> calendar.workingDayOnOrBefore(date.minusDays(n));
            case WEEKS -> calendar.workingDayOnOrBefore(date.minusWeeks(n));
            case MONTHS -> calendar.workingDayOnOrBefore(date.minusMonths(n));
        };
    }

    /** The first day on which a window that opens on the day may end; the first day counts. */
    public LocalDate earliestEnd(LocalDate opensOn, Span span) {
        // A window of four weeks ends on the day before the same weekday.
        LocalDate after =
                span.unit() == Span.Unit.WORKING_DAYS ? of(opensOn, span).date() : plus(opensOn, span);
        return after.minusDays(1);
    }

    public LocalDate workingDaysBefore(LocalDate date, int n) {
        return before(date, Span.workingDays(n));
    }

    private Deadline countingWorkingDays(LocalDate from, Span span) {
        LocalDate date = calendar.plusWorkingDays(from, span.amount());
        LocalDate counted = span.amount() == 0 ? from : date;
        LocalDate first = span.amount() == 0 ? from : from.plusDays(1);
        return new Deadline(
                date,
                from,
                span,
                counted,
                calendar.weekdaysOff(first, date),
                calendar.weekendsWorked(from.plusDays(1), date));
    }

    private Deadline countingDays(LocalDate from, Span span) {
        LocalDate counted = plus(from, span);
        LocalDate date = calendar.workingDayOnOrAfter(counted);
        return new Deadline(
                date, from, span, counted, calendar.weekdaysOff(counted, date), calendar.weekendsWorked(counted, date));
    }

    private static LocalDate plus(LocalDate from, Span span) {
        return switch (span.unit()) {
            case DAYS -> from.plusDays(span.amount());
            case WEEKS -> from.plusWeeks(span.amount());
            // "One month" ends on the same date of the next month, or on its last day.
            case MONTHS -> from.plusMonths(span.amount());
            case WORKING_DAYS -> throw new IllegalArgumentException(span.toString());
        };
    }
}
