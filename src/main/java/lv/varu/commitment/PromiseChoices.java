package lv.varu.commitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What the form about a promise offers to choose from. */
@Component
class PromiseChoices {
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12);

    private final Contacts contacts;
    private final MessageSource messages;

    PromiseChoices(Contacts contacts, MessageSource messages) {
        this.contacts = contacts;
        this.messages = messages;
    }

    Map<String, ?> of(Commitment commitment, Locale locale) {
        Map<String, String> people = new LinkedHashMap<>();
        contacts.of(commitment.municipality())
                .forEach(contact -> people.put(contact.id().toString(), label(contact, locale)));
        // Somebody who left since then stays to be seen until another is chosen.
        Stream.ofNullable(commitment.contactId())
                .filter(id -> !people.containsKey(id.toString()))
                .flatMap(id -> contacts.find(id).stream())
                .forEach(contact -> people.put(contact.id().toString(), label(contact, locale)));
        Map<String, String> months = new LinkedHashMap<>();
        Stream.concat(MONTHS.stream(), Stream.of(commitment.everyMonths()))
                .distinct()
                .sorted()
                .forEach(count -> months.put(
                        count.toString(), messages.getMessage("commitment.every", new Object[] {count}, locale)));
        return Map.of("contacts", people, "months", months, "decisions", PromiseForm.Decision.values());
    }

    /** A contact of another municipality cannot be asked. */
    void check(Commitment commitment, PromiseForm form, Errors errors) {
        String chosen = PromiseForm.text(form.contact());
        if (chosen == null || form.followsNothing()) {
            return;
        }
        boolean known = chosen.matches("[0-9a-fA-F-]{36}")
                && contacts.find(UUID.fromString(chosen))
                        .filter(contact -> contact.municipality().equals(commitment.municipality()))
                        .isPresent();
        if (!known) {
            errors.rejectValue("contact", "commitment.fault.contact.foreign");
        }
    }

    private String label(MunicipalContact contact, Locale locale) {
        return contact.name() + ", "
                + messages.getMessage("directory.department." + contact.department(), null, locale);
    }
}
