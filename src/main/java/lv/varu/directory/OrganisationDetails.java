package lv.varu.directory;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an organisation, in the form in which it is kept.
 *
 * @param partnership code of the partnership that keeps the entry
 * @param place code of the place where it works
 * @param email without it the organisation cannot be invited
 * @param language of letters
 */
public record OrganisationDetails(
        String name,
        OrganisationKind kind,
        String partnership,
        String place,
        Set<Topic> topics,
        @Nullable String registrationNumber,
        @Nullable String contactPerson,
        @Nullable String email,
        @Nullable String phone,
        Locale language) {

    public OrganisationDetails {
        name = Entered.text(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name");
        }
        topics = Set.copyOf(topics);
        registrationNumber = registrationNumber == null ? null : Entered.textOrNone(Entered.digits(registrationNumber));
        contactPerson = Entered.textOrNone(contactPerson);
        email = Entered.email(email);
        phone = Entered.phone(phone);
    }

    /** These where they say something, else those. */
    OrganisationDetails over(OrganisationDetails before) {
        return new OrganisationDetails(
                name,
                kind,
                partnership,
                place,
                topics.isEmpty() ? before.topics : topics,
                registrationNumber == null ? before.registrationNumber : registrationNumber,
                contactPerson == null ? before.contactPerson : contactPerson,
                email == null ? before.email : email,
                phone == null ? before.phone : phone,
                language);
    }

    OrganisationDetails withoutPerson() {
        return new OrganisationDetails(
                name, kind, partnership, place, topics, registrationNumber, null, null, null, language);
    }
}
