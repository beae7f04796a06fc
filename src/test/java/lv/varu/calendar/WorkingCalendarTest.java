package lv.varu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every date that the rules on days off name. */
class WorkingCalendarTest {
    private static final WorkingCalendar LAW = WorkingCalendar.ofLaw();
    private static final WorkingCalendar ASSOCIATION = ExceptionExamples.calendar(false);
    private static final WorkingCalendar STATE = ExceptionExamples.calendar(true);

    @ParameterizedTest
    @ValueSource(strings = {"01-01", "05-01", "05-04", "06-23", "06-24", "11-18", "12-24", "12-25", "12-26", "12-31"})
    void knowsTheFixedHolidaysOfEveryYear(String monthAndDay) {
        for (int year = 2018; year <= 2100; year++) {
            LocalDate day = LocalDate.parse(year + "-" + monthAndDay);
            assertThat(LAW.dayOff(day)).containsInstanceOf(DayOff.PublicHoliday.class);
            assertThat(LAW.isWorkingDay(day)).isFalse();
        }
    }

    @Test
    void knowsGoodFridayEasterAndItsMondayUntil2100() {
        for (int year = 2018; year <= 2100; year++) {
            LocalDate easter = easter(year);
            assertThat(LAW.dayOff(easter.minusDays(2)))
                    .contains(new DayOff.PublicHoliday(easter.minusDays(2), "GOOD_FRIDAY"));
            assertThat(LAW.dayOff(easter)).contains(new DayOff.PublicHoliday(easter, "EASTER"));
            assertThat(LAW.dayOff(easter.plusDays(1)))
                    .contains(new DayOff.PublicHoliday(easter.plusDays(1), "EASTER_MONDAY"));
        }
    }

    @Test
    void knowsNoOtherHolidays() {
        for (int year = 2018; year <= 2100; year++) {
            assertThat(new TreeSet<>(new PublicHolidays().in(year).keySet())).isEqualTo(expectedDaysOff(year));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06, 2024-05-04",
        "2025-05-05, 2025-05-04",
        "2028-11-20, 2028-11-18",
        "2029-11-19, 2029-11-18",
        "2030-05-06, 2030-05-04",
        "2031-05-05, 2031-05-04",
        "2023-07-10, 2023-07-09",
        "2028-07-10, 2028-07-09"
    })
    void givesASubstituteDayForAHolidayOnAWeekend(LocalDate substitute, LocalDate holiday) {
        assertThat(LAW.dayOff(substitute))
                .get()
                .isInstanceOfSatisfying(
                        DayOff.Substitute.class,
                        day -> assertThat(day.insteadOf()).isEqualTo(holiday));
        assertThat(LAW.dayOff(holiday)).containsInstanceOf(DayOff.PublicHoliday.class);
        assertThat(LAW.isWorkingDay(substitute)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-01-03", "2022-05-02", "2023-01-02", "2024-06-25", "2026-12-28", "2027-12-27"})
    void givesNoSubstituteDayForOtherHolidays(LocalDate monday) {
        assertThat(LAW.isWorkingDay(monday)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-07-09", "2022-07-11", "2024-07-09", "2025-07-09", "2027-07-09", "2029-07-09"})
    void keepsTheFestivalToItsOwnYears(LocalDate day) {
        assertThat(LAW.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-09-24", "2023-05-29"})
    void knowsTheOneOffs(LocalDate day) {
        assertThat(LAW.isWorkingDay(day)).isTrue();
        assertThat(ASSOCIATION.isWorkingDay(day)).isFalse();
        assertThat(ASSOCIATION.dayOff(day)).containsInstanceOf(DayOff.OneOff.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 2026-01-17", "2026-06-22, 2026-06-27"})
    void movesWorkingDaysOnlyForThoseWhoChoseIt(LocalDate off, LocalDate worked) {
        assertThat(STATE.dayOff(off)).contains(new DayOff.Moved(off, worked));
        assertThat(STATE.isWorkingDay(off)).isFalse();
        assertThat(STATE.isWorkingDay(worked)).isTrue();
        assertThat(ASSOCIATION.isWorkingDay(off)).isTrue();
        assertThat(ASSOCIATION.isWorkingDay(worked)).isFalse();
    }

    @Test
    void letsAWorkingDayOverrideAHoliday() {
        LocalDate saturday = LocalDate.parse("2023-11-18");
        ExceptionalDay exception =
                new ExceptionalDay(saturday, ExceptionalDay.Kind.WORKING_DAY, null, "talka", "clean-up", "lēmums");
        WorkingCalendar calendar = new WorkingCalendar(() -> SpecialDays.of(List.of(exception), false));
        assertThat(calendar.isWorkingDay(saturday)).isTrue();
        assertThat(calendar.dayOff(saturday)).isEmpty();
    }

    @Test
    void countsFromTheDayAfterTheEvent() {
        assertThat(LAW.plusWorkingDays(LocalDate.parse("2021-11-12"), 1)).isEqualTo("2021-11-15");
        assertThat(LAW.plusWorkingDays(LocalDate.parse("2021-11-12"), 10)).isEqualTo("2021-11-29");
        assertThat(LAW.minusWorkingDays(LocalDate.parse("2021-11-29"), 10)).isEqualTo("2021-11-12");
    }

    @Test
    void countsOverTheYearsEnd() {
        // 24., 25., 26. and 31.12. and 01.01. are holidays; 27.-30.12. and 03.01. are the five worked days.
        assertThat(LAW.plusWorkingDays(LocalDate.parse("2021-12-23"), 5)).isEqualTo("2022-01-03");
        assertThat(LAW.minusWorkingDays(LocalDate.parse("2022-01-03"), 5)).isEqualTo("2021-12-23");
    }

    @Test
    void movesToAWorkingDayWhenThereIsNothingToCount() {
        assertThat(LAW.plusWorkingDays(LocalDate.parse("2021-12-12"), 0)).isEqualTo("2021-12-13");
        assertThat(LAW.plusWorkingDays(LocalDate.parse("2021-12-13"), 0)).isEqualTo("2021-12-13");
        assertThat(LAW.minusWorkingDays(LocalDate.parse("2021-12-12"), 0)).isEqualTo("2021-12-10");
    }

    @Test
    void refusesANegativeCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> LAW.plusWorkingDays(LocalDate.parse("2021-11-12"), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> LAW.minusWorkingDays(LocalDate.parse("2021-11-12"), -1));
    }

    @Test
    void countsBackWhatItCountedForward() {
        Random random = new Random(2021);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = LocalDate.parse("2018-01-01").plusDays(random.nextInt(30_000));
            int n = 1 + random.nextInt(60);
            LocalDate end = STATE.plusWorkingDays(start, n);
            assertThat(STATE.isWorkingDay(end)).isTrue();
            assertThat(STATE.workingDaysBetween(start, end)).isEqualTo(n);
            assertThat(STATE.workingDaysBetween(end, start)).isEqualTo(-n);
            assertThat(STATE.plusWorkingDays(start, n + 1)).isAfter(end);
            assertThat(STATE.minusWorkingDays(end, n)).isEqualTo(STATE.workingDayOnOrBefore(start));
        }
    }

    private static Set<LocalDate> expectedDaysOff(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new TreeSet<>(Set.of(easter.minusDays(2), easter, easter.plusDays(1)));
        Stream.of("01-01", "05-01", "05-04", "06-23", "06-24", "11-18", "12-24", "12-25", "12-26", "12-31")
                .forEach(day -> days.add(LocalDate.parse(year + "-" + day)));
        if (year == 2023 || year == 2028) {
            days.add(LocalDate.of(year, 7, 9));
        }
        Stream.of(LocalDate.of(year, 5, 4), LocalDate.of(year, 7, 9), LocalDate.of(year, 11, 18))
                .filter(days::contains)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
                .toList()
                .forEach(day -> days.add(day.plusDays(8 - day.getDayOfWeek().getValue())));
        return days;
    }

    /** Meeus, Jones and Butcher's algorithm for the Gregorian Easter: independent of the library's. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
