package lv.varu.directory;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People and entries for tests of the directory. */
class DirectoryExamples {
    static final Locale LV = Locale.forLanguageTag("lv");
    static final Person KRASLAVA_STAFF = person("Līna Zariņa", Role.STAFF, "KRASLAVA");
    static final Person KRASLAVA_MANAGER = person("Baiba Avota", Role.MANAGER, "KRASLAVA");
    static final Person PREILI_STAFF = person("Elīna Strazda", Role.STAFF, "PREILI");
    static final Person ADMINISTRATOR = person("Administrators", Role.ADMINISTRATOR, null);

    private DirectoryExamples() {}

    static Person person(String name, Role role, @Nullable String partnership) {
        return new Person(UUID.randomUUID(), name, "person@kraslava.example", role, partnership, LV);
    }

    static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder principal = () -> person;
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList("ROLE_" + person.role())));
    }

    /** A word that no other test uses. */
    static String unique(String word) {
        return word + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    static OrganisationDetails organisation(String name, @Nullable String email, Topic... topics) {
        return new OrganisationDetails(
                name,
                OrganisationKind.NGO,
                "KRASLAVA",
                "KRASLAVA-SKELTOVA",
                Set.of(topics),
                null,
                "Ilga Pudāne",
                email,
                "20000001",
                LV);
    }

    static ContactDetails contact(
            String municipality, Department department, String name, @Nullable UUID manager, Topic... topics) {
        return new ContactDetails(
                municipality,
                department,
                name,
                "Speciālists",
                unique("kontakts") + "@novads.example",
                null,
                Set.of(topics),
                manager,
                LV);
    }
}
