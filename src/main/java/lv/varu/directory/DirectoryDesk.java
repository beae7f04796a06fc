package lv.varu.directory;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers and changes organisations and municipal contacts. What it writes is flushed at once: lists are read past JPA,
 * and who was too late learns it here.
 */
@Service
@Transactional
public class DirectoryDesk {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final OrganisationStore organisations;
    private final ContactStore contacts;
    private final Places places;
    private final Partnerships partnerships;
    private final Keepers keepers;
    private final ImportMarks marks;
    private final DirectoryTrail trail;
    private final Clock clock;

    DirectoryDesk(
            OrganisationStore organisations,
            ContactStore contacts,
            Places places,
            Partnerships partnerships,
            Keepers keepers,
            ImportMarks marks,
            DirectoryTrail trail,
            Clock clock) {
        this.organisations = organisations;
        this.contacts = contacts;
        this.places = places;
        this.partnerships = partnerships;
        this.keepers = keepers;
        this.marks = marks;
        this.trail = trail;
        this.clock = clock;
    }

    /** For programs that load organisations; asks for no rights. */
    public UUID register(OrganisationDetails details) {
        return register(UUID.randomUUID(), details, (UUID) null).id();
    }

    /** For programs that load contacts; asks for no rights. */
    public UUID addContact(ContactDetails details) {
        return addContact(UUID.randomUUID(), details, (UUID) null).id();
    }

    /** Of two calls with the same id the second changes nothing. */
    Organisation register(UUID id, OrganisationDetails details, Person by) {
        Keepers.demand(keepers.keepsOrganisationsOf(by, details.partnership()));
        return organisations.findById(id).orElseGet(() -> register(id, details, by.id()));
    }

    void change(UUID id, int version, OrganisationDetails details, Person by) {
        var organisation = organisation(id, by);
        Keepers.demand(keepers.keepsOrganisationsOf(by, details.partnership()));
        var before = organisation.details();
        if (before.equals(details)) {
            return;
        }
        if (organisation.version() != version) {
            throw new Outdated(id, organisation.changedBy(), organisation.changedAt());
        }
        organisation.take(details, placeName(details), changedBy(by.id()));
        organisations.saveAndFlush(organisation);
        trail.changed(organisation, before);
    }

    void activate(UUID id, boolean active, Person by) {
        var organisation = organisation(id, by);
        if (organisation.activate(active, changedBy(by.id()))) {
            organisations.saveAndFlush(organisation);
            trail.activated(organisation);
        }
    }

    /** Of two calls with the same id the second changes nothing. */
    MunicipalContact addContact(UUID id, ContactDetails details, Person by) {
        Keepers.demand(keepers.keepsContactsOf(by, details.municipality()));
        return contacts.findById(id).orElseGet(() -> addContact(id, details, by.id()));
    }

    void change(UUID id, int version, ContactDetails details, Person by) {
        var contact = contact(id, by);
        Keepers.demand(keepers.keepsContactsOf(by, details.municipality()));
        var before = contact.details();
        if (before.equals(details)) {
            return;
        }
        if (contact.version() != version) {
            throw new Outdated(id, contact.changedBy(), contact.changedAt());
        }
        checkManager(id, details);
        contact.take(details, placeName(details), changedBy(by.id()));
        contacts.saveAndFlush(contact);
        trail.changed(contact, before);
    }

    void activateContact(UUID id, boolean active, Person by) {
        var contact = contact(id, by);
        if (contact.activate(active, changedBy(by.id()))) {
            contacts.saveAndFlush(contact);
            trail.activated(contact);
        }
    }

    UUID registerFromImport(OrganisationDetails details, Person by) {
        Keepers.demand(keepers.keepsOrganisationsOf(by, details.partnership()));
        var organisation = register(UUID.randomUUID(), details, by.id());
        marks.set(organisation.id(), organisation.version(), null);
        return organisation.id();
    }

    /** What the table leaves empty stays as it is. */
    UUID updateFromImport(UUID id, OrganisationDetails details, Person by) {
        var organisation = organisation(id, by);
        var before = organisation.details();
        change(id, organisation.version(), details.over(before), by);
        marks.set(id, organisation.version(), before);
        return id;
    }

    /** Only what nobody has changed since the import. */
    boolean undoImportedOrganisation(UUID id, Person by) {
        var mark = marks.take(id, OrganisationDetails.class);
        var found = organisations.findById(id);
        if (mark.isEmpty()
                || found.isEmpty()
                || found.get().version() != mark.get().version()) {
            return false;
        }
        var before = mark.get().before();
        if (before == null) {
            activate(id, false, by);
        } else {
            change(id, found.get().version(), before, by);
        }
        return true;
    }

    UUID addFromImport(ContactDetails details, Person by) {
        Keepers.demand(keepers.keepsContactsOf(by, details.municipality()));
        var contact = addContact(UUID.randomUUID(), details, by.id());
        marks.set(contact.id(), contact.version(), null);
        return contact.id();
    }

    /** What the table leaves empty, and who hears of late answers, stays as it is. */
    UUID updateFromImport(MunicipalContact contact, ContactDetails details, Person by) {
        var before = contact.details();
        change(contact.id(), contact.version(), details.over(before), by);
        marks.set(contact.id(), contact.version(), before);
        return contact.id();
    }

    boolean undoImportedContact(UUID id, Person by) {
        var mark = marks.take(id, ContactDetails.class);
        var found = contacts.findById(id);
        if (mark.isEmpty()
                || found.isEmpty()
                || found.get().version() != mark.get().version()) {
            return false;
        }
        var before = mark.get().before();
        if (before == null) {
            activateContact(id, false, by);
        } else {
            change(id, found.get().version(), before, by);
        }
        return true;
    }

    /** Whether somebody can be told of this contact's late answers without coming back to the contact. */
    @Transactional(readOnly = true)
    boolean fitsAsManager(@Nullable UUID manager, @Nullable UUID contact, String municipality) {
        Set<UUID> seen = new HashSet<>();
        var above = Optional.ofNullable(manager);
        while (above.isPresent()) {
            var found = contacts.findById(above.get());
            if (above.get().equals(contact)
                    || !seen.add(above.get())
                    || found.isEmpty()
                    || !found.get().municipality().equals(municipality)) {
                return false;
            }
            above = Optional.ofNullable(found.get().manager());
        }
        return true;
    }

    private Organisation register(UUID id, OrganisationDetails details, @Nullable UUID by) {
        partnerships.find(details.partnership());
        var organisation = organisations.saveAndFlush(new Organisation(id, details, placeName(details), changedBy(by)));
        trail.registered(organisation);
        return organisation;
    }

    private MunicipalContact addContact(UUID id, ContactDetails details, @Nullable UUID by) {
        checkManager(id, details);
        var contact = contacts.saveAndFlush(new MunicipalContact(id, details, placeName(details), changedBy(by)));
        trail.registered(contact);
        return contact;
    }

    private void checkManager(UUID id, ContactDetails details) {
        if (!fitsAsManager(details.manager(), id, details.municipality())) {
            throw new IllegalArgumentException("manager " + details.manager());
        }
    }

    private Organisation organisation(UUID id, Person by) {
        var organisation = organisations.findById(id).orElseThrow(() -> new UnknownEntry(id));
        Keepers.demand(keepers.keepsOrganisationsOf(by, organisation.partnership()));
        return organisation;
    }

    private MunicipalContact contact(UUID id, Person by) {
        var contact = contacts.findById(id).orElseThrow(() -> new UnknownEntry(id));
        Keepers.demand(keepers.keepsContactsOf(by, contact.municipality()));
        return contact;
    }

    private Change changedBy(@Nullable UUID by) {
        return new Change(clock.instant(), by);
    }

    private String placeName(OrganisationDetails details) {
        return places.find(details.place()).name(LATVIAN);
    }

    private String placeName(ContactDetails details) {
        return places.find(details.municipality()).name(LATVIAN);
    }
}
