package lv.varu.period;

import static lv.varu.account.AccountExamples.administrator;
import static lv.varu.account.AccountExamples.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lv.varu.VaruTest;
import lv.varu.account.NotAllowed;
import lv.varu.calendar.Riga;
import lv.varu.period.PeriodDesk.Added;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Which period a computation gets on which day. */
@VaruTest
class PeriodsTest {
    @Autowired
    Periods periods;

    @Autowired
    StandardPeriods standard;

    @Autowired
    PeriodChanges changes;

    @Autowired
    PeriodExamples examples;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @AfterEach
    void standardAgain() {
        examples.standardAgain();
    }

    /** Otherwise a change would be put on a row that the engine does not take. */
    @Test
    void findsTheRowThatTheEngineTakes() {
        var types = Stream.concat(
                        standard.all().stream()
                                .map(StandardPeriod::documentType)
                                .filter(Objects::nonNull),
                        Stream.of("SOMETHING_NEW"))
                .distinct()
                .toList();
        var names = standard.all().stream().map(StandardPeriod::name).distinct().toList();
        assertThat(types).hasSizeGreaterThan(10);
        assertThat(names).hasSize(16);
        for (String type : types) {
            for (String name : names) {
                assertThat(standard.fitting(type, name).map(StandardPeriod::period))
                        .as(type + " " + name)
                        .contains(standard.answer(type, name));
            }
        }
    }

    @Test
    void knowsWhichSourcesNobodyChecked() {
        assertThat(standard.find("spatialPlanWindow")).get().satisfies(row -> {
            assertThat(row.mark()).isEqualTo(Mark.UNCHECKED);
            assertThat(row.source()).isEqualTo("Ministru kabineta 14.10.2014. noteikumi Nr. 628");
        });
        assertThat(standard.find("bindingRegulationWindow").map(StandardPeriod::mark))
                .contains(Mark.CHECKED);
        assertThat(standard.find("screening").map(StandardPeriod::mark)).contains(Mark.OWN);
    }

    @Test
    void takesTheLastChangeThatHasBegun() {
        var today = Riga.today(clock);
        assertThat(periods.of("OTHER", "SCREENING").amount()).isEqualTo(3);
        examples.change("screening", today, 5, administrator());
        examples.change("screening", today.plusDays(10), 7, administrator());

        assertThat(on(today.minusDays(1))).isEqualTo(3);
        assertThat(periods.of("OTHER", "SCREENING"))
                .isEqualTo(new Period(5, Period.Unit.WORKING_DAYS, "Kopsapulces lēmums (nav pārbaudīts)"));
        assertThat(on(today.plusDays(9))).isEqualTo(5);
        assertThat(on(today.plusDays(10))).isEqualTo(7);
        assertThat(periods.of("OTHER", "CLARIFICATION").amount()).isEqualTo(5);
    }

    @Test
    void changesOneRowAndNotTheRowsAboveIt() {
        examples.change("defaultWindow", 9, administrator());
        assertThat(periods.of("SOMETHING_NEW", "MINIMUM_WINDOW").amount()).isEqualTo(9);
        assertThat(periods.of("SPATIAL_PLAN", "MINIMUM_WINDOW").unit()).isEqualTo(Period.Unit.WEEKS);
    }

    @Test
    void takesBackWhatWasNotCommitted() {
        transaction.executeWithoutResult(status -> {
            examples.change("screening", 8, administrator());
            status.setRollbackOnly();
        });
        assertThat(periods.of("OTHER", "SCREENING").amount()).isEqualTo(3);
    }

    @Test
    void refusesThePastASecondChangeOfADayAndEverybodyButAdministrators() {
        var today = Riga.today(clock);
        assertThat(examples.change("screening", today.minusDays(1), 5, administrator()))
                .isEqualTo(Added.PASSED);
        assertThat(examples.change("screening", today, 5, administrator())).isEqualTo(Added.DONE);
        assertThat(examples.change("screening", today, 6, administrator())).isEqualTo(Added.TAKEN);
        var change = changes.of("screening").get(0);
        assertThatThrownBy(() -> examples.change("screening", today, 5, manager("PREILI")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> examples.change("nothing", today, 5, administrator()))
                .isInstanceOf(UnknownPeriod.class);
        assertThat(changes.of("screening")).isEqualTo(List.of(change));
    }

    private int on(LocalDate day) {
        return periods.on(day, "OTHER", "SCREENING").amount();
    }
}
