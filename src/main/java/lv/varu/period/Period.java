package lv.varu.period;

import lv.varu.calendar.Span;

/**
 * How long something lasts.
 *
 * @param source act and section, or agreement, that it comes from
 */
public record Period(int amount, Unit unit, String source) {

    /** Those of {@link Span}, and hours. */
    public enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS
    }

    public Span span() {
        return new Span(amount, Span.Unit.valueOf(unit.name()));
    }
}
