package lv.varu.calendar;

import java.time.LocalDate;

/** The exceptions table already says something about this day. */
class DayTaken extends RuntimeException {
    private final LocalDate day;

    DayTaken(LocalDate day) {
        super(day.toString());
        this.day = day;
    }

    LocalDate day() {
        return day;
    }
}
