package lv.varu.calendar;

import java.time.LocalDate;

/** A day without work that is not merely a weekend. */
public sealed interface DayOff {
    LocalDate day();

    /** A holiday by law; its name is the message {@code calendar.holiday.<name>}. */
    record PublicHoliday(LocalDate day, String name) implements DayOff {}

    /** The working day that is free because the holiday itself fell on a weekend. */
    record Substitute(LocalDate day, String name, LocalDate insteadOf) implements DayOff {}

    /** A day made free once. */
    record OneOff(LocalDate day, String reasonLv, String reasonEn) implements DayOff {}

    /** A working day moved to a weekend, so that a holiday becomes a longer one. */
    record Moved(LocalDate day, LocalDate workedOn) implements DayOff {}
}
