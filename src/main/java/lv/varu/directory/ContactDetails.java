package lv.varu.directory;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a municipal contact, in the form in which it is kept.
 *
 * @param municipality code of the place
 * @param department code, see {@link Department}
 * @param topics what the contact answers
 * @param manager who is told when an answer is late; none for the head
 * @param language of letters
 */
public record ContactDetails(
        String municipality,
        Department department,
        String name,
        @Nullable String position,
        String email,
        @Nullable String phone,
        Set<Topic> topics,
        @Nullable UUID manager,
        Locale language) {

    public ContactDetails {
        name = Entered.text(name);
        position = Entered.textOrNone(position);
        var address = Entered.email(email);
        if (name.isEmpty() || address == null) {
            throw new IllegalArgumentException("name, email");
        }
        email = address;
        phone = Entered.phone(phone);
        topics = Set.copyOf(topics);
    }

    /** These where they say something, else those. */
    ContactDetails over(ContactDetails before) {
        return new ContactDetails(
                municipality,
                department,
                name,
                position == null ? before.position : position,
                email,
                phone == null ? before.phone : phone,
                topics.isEmpty() ? before.topics : topics,
                before.manager,
                language);
    }

    /** The office stays, for it has answered; the address reaches nobody. */
    ContactDetails withoutPerson(UUID id) {
        return new ContactDetails(
                municipality, department, "–", null, id + "@erased.invalid", null, topics, manager, language);
    }
}
