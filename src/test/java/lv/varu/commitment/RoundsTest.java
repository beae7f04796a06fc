package lv.varu.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

/** When municipalities are asked. */
class RoundsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private final WorkingCalendar calendar = WorkingCalendar.ofLaw();
    private final Rounds rounds = new Rounds(
            new Deadlines(calendar),
            calendar,
            new CommitmentSettings(6, LocalTime.of(9, 0), 10, 10, 2, 1, 3, 3, Duration.ofDays(60)));

    @Test
    void asksAfterTheUsualTimeWhenNothingElseIsKnown() {
        assertThat(rounds.next(TODAY, null, null, 6)).isEqualTo("2027-05-25");
    }

    @Test
    void asksSoonAfterTheCouncilAndInDecemberOfTheYear() {
        assertThat(rounds.next(TODAY, LocalDate.parse("2026-12-17"), 2026, 6)).isEqualTo("2026-12-01");
        assertThat(rounds.next(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-17"), 2026, 6))
                .as("a day off moves to the next working day")
                .isEqualTo("2027-01-04");
    }

    @Test
    void asksWhenTheBudgetOfTheYearIsDrafted() {
        assertThat(rounds.next(TODAY, null, 2029, 36)).isEqualTo("2028-10-02");
        assertThat(rounds.next(LocalDate.parse("2028-10-02"), null, 2029, 36)).isEqualTo("2029-12-03");
    }

    @Test
    void forgetsDaysThatArePast() {
        assertThat(rounds.next(TODAY, LocalDate.parse("2026-01-15"), 2025, 12)).isEqualTo("2027-11-25");
    }

    @Test
    void givesTenWorkingDaysAndRemindsBeforeTheyEnd() {
        var round = rounds.begin(LocalDate.parse("2027-05-25"));
        assertThat(round.reportBy()).isEqualTo("2027-06-08");
        assertThat(Riga.dayOf(round.remindAt())).isEqualTo("2027-06-04");
        assertThat(Riga.dayOf(round.escalateAt())).isEqualTo("2027-06-09");
        assertThat(Riga.dayOf(round.telephoneAt())).isEqualTo("2027-06-11");
    }
}
