package lv.varu.sample;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.directory.ContactDetails;
import lv.varu.directory.DirectoryDesk;
import lv.varu.directory.OrganisationDetails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Invented organisations and municipal contacts. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleDirectory {
    private final DirectoryDesk desk;

    SampleDirectory(DirectoryDesk desk) {
        this.desk = desk;
    }

    void fill() {
        SampleFiles.organisations()
                .forEach(entry -> desk.register(new OrganisationDetails(
                        entry.name(),
                        entry.kind(),
                        entry.partnership(),
                        entry.place(),
                        entry.topics(),
                        entry.regNumber(),
                        entry.contactPerson(),
                        entry.email(),
                        entry.phone(),
                        entry.language())));
        Map<String, UUID> known = new HashMap<>();
        // In the file, managers stand before those whom they manage.
        SampleFiles.contacts()
                .forEach(entry -> known.put(
                        entry.email(),
                        desk.addContact(new ContactDetails(
                                entry.municipality(),
                                entry.department(),
                                entry.name(),
                                entry.position(),
                                entry.email(),
                                entry.phone(),
                                entry.topics(),
                                entry.manager() == null ? null : known.get(entry.manager()),
                                Locale.forLanguageTag("lv")))));
    }
}
