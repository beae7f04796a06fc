package lv.varu.directory;

import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import org.springframework.stereotype.Component;

/** Who may change which record; everyone who is signed in may read them all. */
@Component
class Keepers {
    private final Partnerships partnerships;

    Keepers(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    boolean keepsOrganisationsOf(Person person, String partnership) {
        return person.worksFor(partnership);
    }

    boolean keepsContactsOf(Person person, String municipality) {
        return person.isAdministrator()
                || partnerships.keeping(municipality).stream()
                        .anyMatch(partnership -> person.worksFor(partnership.code()));
    }

    boolean keepsPartnership(Person person, String partnership) {
        return person.isAdministrator() || person.manages(partnership);
    }

    boolean keepsPlaces(Person person) {
        return person.isAdministrator();
    }

    static void demand(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}
