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

/** The people behind an organisation's address. */
@Component
@Transactional
class OrganisationPeople implements PersonalData {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final OrganisationStore store;
    private final Places places;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationPeople(OrganisationStore store, Places places, Trail trail, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.places = places;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        var ids = jdbc.sql("select id from organisation where email = ? order by changed_at desc, id")
                .param(email)
                .query(UUID.class)
                .list();
        return store.findAllById(ids).stream().map(OrganisationPeople::finding).toList();
    }

    private static Finding finding(Organisation organisation) {
        return Finding.of(
                        "organisation-contact",
                        organisation.id(),
                        DirectoryTrail.chain(organisation),
                        organisation.changedAt())
                .with("organisation", organisation.name())
                .with(
                        "organisationKind",
                        new DefaultMessageSourceResolvable("directory.organisation-kind." + organisation.kind()))
                .with("registrationNumber", organisation.details().registrationNumber())
                .with("contactPerson", organisation.contactPerson())
                .with("email", organisation.email())
                .with("phone", organisation.phone())
                .losesPerson("organisation")
                .done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        var ids = findings.stream().map(found -> UUID.fromString(found.id())).toList();
        for (var organisation : store.findAllById(ids)) {
            var details = organisation.details();
            organisation.take(
                    details.withoutPerson(),
                    places.find(details.place()).name(LATVIAN),
                    new Change(clock.instant(), null));
            store.saveAndFlush(organisation);
            trail.erasePersonal(DirectoryTrail.chain(organisation));
        }
    }
}
