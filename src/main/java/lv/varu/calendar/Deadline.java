package lv.varu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A computed last day, with everything needed to explain it.
 *
 * <p>Only computed deadlines move to the next working day. A date that was announced to the public (the end of a
 * consultation) stays as announced, even on a Sunday, and is never passed through here.
 *
 * @param counted the day that the count reached, before it moved off a weekend or holiday
 * @param skipped named days off that made the deadline later
 * @param worked weekend days that counted because work was moved to them
 */
public record Deadline(
        LocalDate date, LocalDate from, Span span, LocalDate counted, List<DayOff> skipped, List<LocalDate> worked) {

    public Deadline {
        skipped = List.copyOf(skipped);
        worked = List.copyOf(worked);
    }

    /** Exclusive: the law counts whole days, so the last day lasts until midnight in Riga. */
    public Instant endsAt() {
        return Riga.endOf(date);
    }

    public boolean isShifted() {
        return !date.equals(counted);
    }
}
