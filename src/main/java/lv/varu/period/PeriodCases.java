package lv.varu.period;

import java.util.Locale;
import java.util.Optional;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.stereotype.Component;

/** A row of the rule table as a case with a trail. */
@Component
class PeriodCases implements CaseTitles, CaseAccess {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final StandardPeriods standard;
    private final PeriodWording wording;

    PeriodCases(StandardPeriods standard, PeriodWording wording) {
        this.standard = standard;
        this.wording = wording;
    }

    @Override
    public String kind() {
        return PeriodDesk.KIND;
    }

    @Override
    public String titleOf(String id) {
        return standard.find(id).map(row -> wording.title(row, LATVIAN)).orElse(id);
    }

    @Override
    public Optional<String> pageOf(String id) {
        return standard.find(id).map(row -> "/darbs/admin/termini/" + row.rule());
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return person.isAdministrator();
    }
}
