package lv.varu.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Local time of everybody who takes part; the JVM and the database keep UTC. */
public final class Riga {
    public static final ZoneId ZONE = ZoneId.of("Europe/Riga");

    private Riga() {}

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after the day: a time limit in days lasts until 24.00 of its last day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
