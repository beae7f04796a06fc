package lv.varu.calendar;

/** A length of time as acts and rule tables write it: "10 working days", "4 weeks". */
public record Span(int amount, Unit unit) {

    public enum Unit {
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS
    }

    public Span {
        if (amount < 0) {
            throw new IllegalArgumentException("negative span: " + amount + " " + unit);
        }
    }

    public static Span days(int amount) {
        return new Span(amount, Unit.DAYS);
    }

    public static Span workingDays(int amount) {
        return new Span(amount, Unit.WORKING_DAYS);
    }

    public static Span weeks(int amount) {
        return new Span(amount, Unit.WEEKS);
    }

    public static Span months(int amount) {
        return new Span(amount, Unit.MONTHS);
    }
}
