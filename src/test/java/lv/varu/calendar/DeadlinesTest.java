package lv.varu.calendar;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules on time limits. */
class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines(ExceptionExamples.calendar(false));

    @Test
    void skipsTheHolidayInTheMiddle() {
        Deadline deadline = deadlines.workingDays(parse("2021-11-12"), 10);
        assertThat(deadline.date()).isEqualTo("2021-11-29");
        assertThat(deadline.skipped()).containsExactly(new DayOff.PublicHoliday(parse("2021-11-18"), "PROCLAMATION"));
        assertThat(deadline.isShifted()).isFalse();
    }

    @Test
    void leavesHolidaysOnWeekendsUnmentioned() {
        // 25 and 26 December 2021 are a weekend and cost nobody a working day.
        Deadline deadline = deadlines.workingDays(parse("2021-12-22"), 3);
        assertThat(deadline.date()).isEqualTo("2021-12-28");
        assertThat(deadline.skipped()).containsExactly(new DayOff.PublicHoliday(parse("2021-12-24"), "CHRISTMAS_EVE"));
    }

    @Test
    void countsWorkingDaysOverTheYearsEnd() {
        assertThat(deadlines.workingDays(parse("2025-12-22"), 4).date()).isEqualTo("2026-01-02");
        assertThat(new Deadlines(ExceptionExamples.calendar(true))
                        .workingDays(parse("2025-12-22"), 4)
                        .date())
                .isEqualTo("2026-01-05");
    }

    @Test
    void countsASaturdayThatWorkWasMovedTo() {
        Deadline deadline = new Deadlines(ExceptionExamples.calendar(true)).workingDays(parse("2026-01-15"), 3);
        assertThat(deadline.date()).isEqualTo("2026-01-19");
        assertThat(deadline.worked()).containsExactly(parse("2026-01-17"));
    }

    @Test
    void movesALastDayOnAWeekendToTheNextWorkingDay() {
        // 30 days from 4 April 2024 end on Saturday 4 May, whose substitute day is Monday 6 May.
        Deadline deadline = deadlines.days(parse("2024-04-04"), 30);
        assertThat(deadline.counted()).isEqualTo("2024-05-04");
        assertThat(deadline.date()).isEqualTo("2024-05-07");
        assertThat(deadline.isShifted()).isTrue();
        assertThat(deadline.skipped())
                .containsExactly(
                        new DayOff.Substitute(parse("2024-05-06"), "INDEPENDENCE_RESTORATION", parse("2024-05-04")));
    }

    @Test
    void movesALastDayOnAHolidayToTheNextWorkingDay() {
        assertThat(deadlines.weeks(parse("2021-12-03"), 3).date()).isEqualTo("2021-12-27");
        assertThat(deadlines.weeks(parse("2021-12-02"), 3).date()).isEqualTo("2021-12-23");
    }

    @Test
    void endsAMonthOnTheSameDateOrOnItsLastDay() {
        assertThat(deadlines.of(parse("2025-01-31"), Span.months(1)).date()).isEqualTo("2025-02-28");
        assertThat(deadlines.of(parse("2025-02-28"), Span.months(1)).date()).isEqualTo("2025-03-28");
    }

    @Test
    void lastsUntilMidnightInRigaInSummerAndWinter() {
        assertThat(deadlines.days(parse("2021-12-16"), 1).endsAt()).isEqualTo(Instant.parse("2021-12-17T22:00:00Z"));
        assertThat(deadlines.days(parse("2021-07-15"), 1).endsAt()).isEqualTo(Instant.parse("2021-07-16T21:00:00Z"));
    }

    @Test
    void givesWholeDaysWhenTheClocksChange() {
        // 31 October 2021 lasts 25 hours and 28 March 2021 lasts 23: a limit in days notices neither.
        assertThat(lengthOf(parse("2021-10-31"))).isEqualTo(Duration.ofHours(25));
        assertThat(lengthOf(parse("2021-03-28"))).isEqualTo(Duration.ofHours(23));
        assertThat(deadlines.days(parse("2021-10-27"), 5).endsAt()).isEqualTo(Instant.parse("2021-11-01T22:00:00Z"));
        assertThat(deadlines.days(parse("2021-03-26"), 3).endsAt()).isEqualTo(Instant.parse("2021-03-29T21:00:00Z"));
    }

    @Test
    void remindsOnAWorkingDayAndNeverLater() {
        assertThat(deadlines.workingDaysBefore(parse("2021-12-12"), 3)).isEqualTo("2021-12-08");
        assertThat(deadlines.before(parse("2021-12-12"), Span.days(7))).isEqualTo("2021-12-03");
        assertThat(deadlines.before(parse("2022-01-08"), Span.weeks(2))).isEqualTo("2021-12-23");
    }

    @Test
    void endsOnAWorkingDayAndNeverTooEarly() {
        Random random = new Random(639);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = parse("2018-01-01").plusDays(random.nextInt(30_000));
            Span span = new Span(random.nextInt(60), Span.Unit.values()[random.nextInt(4)]);
            Deadline deadline = deadlines.of(from, span);
            assertThat(WorkingCalendar.ofLaw().isWorkingDay(deadline.date())).isTrue();
            assertThat(deadline.date()).isAfterOrEqualTo(deadline.counted());
            assertThat(deadline.counted()).isAfterOrEqualTo(from);
            assertThat(deadlines.before(deadline.date(), span)).isBeforeOrEqualTo(deadline.date());
        }
    }

    @Test
    void refusesANegativeSpan() {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.days(-1));
    }

    private static Duration lengthOf(LocalDate day) {
        return Duration.between(Riga.startOf(day), Riga.endOf(day));
    }
}
