package lv.varu.browser;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.directory.ContactDetails;
import lv.varu.directory.Department;
import lv.varu.directory.DirectoryDesk;
import lv.varu.directory.OrganisationDetails;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The people of the stories: who signs in, who is invited, who answers. */
class Cast {
    static final String PASSWORD = "gara parole pārbaudēm";
    static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final DirectoryDesk directory;
    private final Clock clock;

    Cast(JdbcClient jdbc, PasswordEncoder passwords, DirectoryDesk directory, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param email unique; who is there already stays as they are */
    Person account(String name, String email, Role role, String partnership) {
        var person = new Person(UUID.randomUUID(), name, email, role, partnership, LATVIAN);
        jdbc.sql("""
                        insert into account (id, version, name, email, role, partnership, language, password, created_at)
                        values (?, 0, ?, ?, ?, ?, 'lv', ?, ?) on conflict do nothing""")
                .params(
                        person.id(),
                        name,
                        email,
                        role.name(),
                        partnership,
                        passwords.encode(PASSWORD),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return person;
    }

    UUID organisation(String name, String email, String partnership, String place, Topic... topics) {
        return directory.register(new OrganisationDetails(
                name,
                OrganisationKind.NGO,
                partnership,
                place,
                Set.of(topics),
                null,
                "Vita Ozola",
                email,
                null,
                LATVIAN));
    }

    UUID contact(String municipality, Department department, String name, String email, UUID manager, Topic... topics) {
        return directory.addContact(new ContactDetails(
                municipality, department, name, null, email, null, Set.of(topics), manager, LATVIAN));
    }
}
