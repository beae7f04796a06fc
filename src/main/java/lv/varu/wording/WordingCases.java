package lv.varu.wording;

import java.util.Optional;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.stereotype.Component;

/** A kind of letter as a case with a trail: who worded it, and how. */
@Component
class WordingCases implements CaseTitles, CaseAccess {
    private final StandardTexts standard;

    WordingCases(StandardTexts standard) {
        this.standard = standard;
    }

    @Override
    public String kind() {
        return WordingDesk.KIND;
    }

    @Override
    public String titleOf(String id) {
        return standard.knows(id) ? standard.of(id, "lv").subject() : id;
    }

    @Override
    public Optional<String> pageOf(String id) {
        return standard.knows(id) ? Optional.of("/darbs/vestulu-teksti/" + id) : Optional.empty();
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return person.role() != Role.STAFF;
    }
}
