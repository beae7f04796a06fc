package lv.varu.directory;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of municipalities: in office they stay, set aside they can be forgotten. */
@Component
@Transactional
class ContactPeople implements PersonalData {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final ContactStore store;
    private final Places places;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactPeople(ContactStore store, Places places, Trail trail, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.places = places;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        var ids = jdbc.sql("select id from municipal_contact where email = ? order by changed_at desc, id")
                .param(email)
                .query(UUID.class)
                .list();
        return store.findAllById(ids).stream().map(this::finding).toList();
    }

    private Finding finding(MunicipalContact contact) {
        var found = Finding.of("municipal-contact", contact.id(), DirectoryTrail.chain(contact), contact.changedAt())
                .with("municipality", places.find(contact.municipality()).name(LATVIAN))
                .with("department", new DefaultMessageSourceResolvable("directory.department." + contact.department()))
                .with("name", contact.name())
                .with("position", contact.position())
                .with("email", contact.email())
                .with("phone", contact.phone());
        return (contact.active() ? found.stays("contact-in-office") : found.losesPerson("contact-answered")).done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        var ids = findings.stream().map(found -> UUID.fromString(found.id())).toList();
        for (var contact : store.findAllById(ids)) {
            if (!contact.active()) {
                var details = contact.details();
                contact.take(
                        details.withoutPerson(contact.id()),
                        places.find(details.municipality()).name(LATVIAN),
                        new Change(clock.instant(), null));
                store.saveAndFlush(contact);
                trail.erasePersonal(DirectoryTrail.chain(contact));
            }
        }
    }
}
