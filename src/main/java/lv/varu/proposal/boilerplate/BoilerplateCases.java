package lv.varu.proposal.boilerplate;

import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import org.springframework.stereotype.Component;

/** Who may read the trail of a text for answers: whoever may read the text, and for a deleted one an administrator. */
@Component
class BoilerplateCases implements CaseAccess {
    private final Boilerplates boilerplates;

    BoilerplateCases(Boilerplates boilerplates) {
        this.boilerplates = boilerplates;
    }

    @Override
    public String kind() {
        return BoilerplateDesk.CASE;
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return person.isAdministrator()
                || boilerplates
                        .find(UUID.fromString(key.id()))
                        .filter(known -> known.partnership() == null || person.worksFor(known.partnership()))
                        .isPresent();
    }
}
