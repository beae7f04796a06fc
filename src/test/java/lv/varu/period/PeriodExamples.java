package lv.varu.period;

import java.time.Clock;
import java.time.LocalDate;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changed periods for tests, which all share one program: whoever changes one brings the standard back. */
@Component
public class PeriodExamples {
    public static final String SOURCE = "Kopsapulces lēmums";

    private final PeriodDesk desk;
    private final PeriodChanges changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    PeriodExamples(PeriodDesk desk, PeriodChanges changes, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From today on. */
    public void change(String rule, int workingDays, Person administrator) {
        change(rule, Riga.today(clock), workingDays, administrator);
    }

    PeriodDesk.Added change(String rule, LocalDate startsOn, int workingDays, Person by) {
        return desk.add(
                rule,
                new PeriodDesk.Entry(startsOn, workingDays, Period.Unit.WORKING_DAYS, SOURCE, Mark.UNCHECKED, null),
                by);
    }

    public void standardAgain() {
        jdbc.sql("delete from period_change").update();
        changes.forget();
    }
}
