package lv.varu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Knows every working day in Latvia: weekends, holidays by law, one-offs and moved working days. */
public class WorkingCalendar {
    private final PublicHolidays holidays = new PublicHolidays();
    private final Supplier<SpecialDays> special;

    WorkingCalendar(Supplier<SpecialDays> special) {
        this.special = special;
    }

    /** Without the exceptions table: weekends and the holidays by law only. */
    public static WorkingCalendar ofLaw() {
        return new WorkingCalendar(() -> SpecialDays.NONE);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, special.get());
    }

    /** Why people are free on this day; empty on a working day and on a plain weekend. */
    public Optional<DayOff> dayOff(LocalDate day) {
        return dayOff(day, special.get());
    }

    /** The n-th working day after the start; with 0 the start itself, or the next working day. */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        requireNotNegative(n);
        return n == 0 ? workingDayOnOrAfter(start) : walk(start, n, 1);
    }

    /** The n-th working day before the date; with 0 the date itself, or the last working day before it. */
    public LocalDate minusWorkingDays(LocalDate date, int n) {
        requireNotNegative(n);
        return n == 0 ? workingDayOnOrBefore(date) : walk(date, n, -1);
    }

    /** Working days after the start up to and including the end; negative when the end comes first. */
    public int workingDaysBetween(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -workingDaysBetween(end, start);
        }
        SpecialDays known = special.get();
        return (int) start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(day -> isWorkingDay(day, known))
                .count();
    }

    public LocalDate workingDayOnOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : walk(day, 1, 1);
    }

    public LocalDate workingDayOnOrBefore(LocalDate day) {
        return isWorkingDay(day) ? day : walk(day, 1, -1);
    }

    List<DayOff> holidaysIn(Year year) {
        return holidays.in(year.getValue()).values().stream()
                .sorted(Comparator.comparing(DayOff::day))
                .toList();
    }

    /** Named days off on weekdays, both ends included: those that cost a working day. */
    List<DayOff> weekdaysOff(LocalDate first, LocalDate last) {
        SpecialDays known = special.get();
        return first.datesUntil(last.plusDays(1))
                .filter(Predicate.not(WorkingCalendar::isWeekend))
                .flatMap(day -> dayOff(day, known).stream())
                .toList();
    }

    List<LocalDate> weekendsWorked(LocalDate first, LocalDate last) {
        SpecialDays known = special.get();
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .filter(WorkingCalendar::isWeekend)
                        .filter(day -> isWorkingDay(day, known))
                        .toList();
    }

    private LocalDate walk(LocalDate start, int n, int step) {
        // One snapshot for the whole walk, so that an edit half-way cannot give a date that neither state would give.
        SpecialDays known = special.get();
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day, known)) {
                left--;
            }
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day, SpecialDays known) {
        return known.isWorked(day) || (!isWeekend(day) && dayOff(day, known).isEmpty());
    }

    private Optional<DayOff> dayOff(LocalDate day, SpecialDays known) {
        if (known.isWorked(day)) {
            return Optional.empty();
        }
        return known.dayOff(day).or(() -> holidays.on(day));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static void requireNotNegative(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("negative number of working days: " + n);
        }
    }
}
