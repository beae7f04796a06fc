package lv.varu.period;

import java.time.Clock;
import java.time.LocalDate;
import lv.varu.calendar.Riga;
import org.springframework.stereotype.Component;

/** What every computation of a deadline asks: the change in force today, else the rule table. */
@Component
public class Periods {
    private final StandardPeriods standard;
    private final PeriodChanges changes;
    private final Clock clock;

    Periods(StandardPeriods standard, PeriodChanges changes, Clock clock) {
        this.standard = standard;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param name as the rule table calls it, {@code SCREENING} */
    public Period of(String documentType, String name) {
        return on(Riga.today(clock), documentType, name);
    }

    Period on(LocalDate day, String documentType, String name) {
        return standard.fitting(documentType, name)
                .flatMap(row -> changes.inForce(row.rule(), day))
                .map(PeriodChange::period)
                .orElseGet(() -> standard.answer(documentType, name));
    }
}
