package lv.varu.calendar;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.Year;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
@RecordApplicationEvents
class ExceptionalDaysTest {
    private static final LocalDate DAY = parse("2041-03-05");

    @Autowired
    ExceptionalDays exceptions;

    @Autowired
    CalendarDesk desk;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void startsWithTheOneOffsAndTheMovedWorkingDays() {
        for (ExceptionalDay seeded : ExceptionExamples.SEEDED) {
            assertThat(exceptions.on(seeded.day()))
                    .get()
                    .usingRecursiveComparison()
                    .ignoringFields("source")
                    .isEqualTo(seeded);
        }
        assertThat(exceptions.in(Year.of(2026)))
                .extracting(ExceptionalDay::day)
                .containsExactly(parse("2026-01-02"), parse("2026-06-22"));
        assertThat(calendar.isWorkingDay(parse("2026-01-02"))).isTrue();
        assertThat(calendar.isWorkingDay(parse("2023-05-29"))).isFalse();
    }

    @Test
    void countsWithAnEditAtOnce() {
        assertThat(calendar.isWorkingDay(DAY)).isTrue();
        desk.add(dayOff(DAY));
        assertThat(calendar.isWorkingDay(DAY)).isFalse();
        desk.remove(DAY);
        assertThat(calendar.isWorkingDay(DAY)).isTrue();
    }

    @Test
    void forgetsAnEditThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            desk.add(dayOff(DAY));
            exceptions.forget();
            assertThat(calendar.isWorkingDay(DAY)).isFalse();
            status.setRollbackOnly();
        });
        assertThat(calendar.isWorkingDay(DAY)).isTrue();
    }

    @Test
    void refusesASecondRuleForOneDay() {
        LocalDate off = parse("2041-04-01");
        LocalDate worked = parse("2041-04-06");
        desk.add(new ExceptionalDay(off, ExceptionalDay.Kind.DAY_OFF, worked, "a", "a", "a"));
        assertThatExceptionOfType(DayTaken.class).isThrownBy(() -> desk.add(dayOff(off)));
        assertThatExceptionOfType(DayTaken.class).isThrownBy(() -> desk.add(dayOff(worked)));
        // Two administrators at once: the database has the last word.
        assertThatExceptionOfType(DayTaken.class).isThrownBy(() -> exceptions.add(dayOff(off)));
        desk.remove(off);
    }

    @Test
    void publishesWhatAnAdministratorChanged() {
        desk.add(dayOff(parse("2042-01-15")));
        desk.remove(parse("2042-01-15"));
        assertThat(events.stream(CalendarExceptionChanged.class)
                        .filter(change -> change.day().getYear() == 2042))
                .extracting(CalendarExceptionChanged::change)
                .containsExactly(CalendarExceptionChanged.Change.ADDED, CalendarExceptionChanged.Change.REMOVED);
        assertThat(desk.remove(parse("2042-01-15"))).isFalse();
    }

    private static ExceptionalDay dayOff(LocalDate day) {
        return new ExceptionalDay(day, ExceptionalDay.Kind.DAY_OFF, null, "svētki", "festivity", "MK rīkojums");
    }
}
