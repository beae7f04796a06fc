package lv.varu.account;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests: {@code mockMvc.perform(get("/darbs").with(AccountExamples.signedIn(staff("PREILI"))))}. */
public class AccountExamples {
    public static final String PASSWORD = "zila upe tek klusi";
    public static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private AccountExamples() {}

    public static Person staff(String partnership) {
        return person(Role.STAFF, partnership);
    }

    public static Person manager(String partnership) {
        return person(Role.MANAGER, partnership);
    }

    public static Person administrator() {
        return person(Role.ADMINISTRATOR, null);
    }

    private static Person person(Role role, @Nullable String partnership) {
        UUID id = UUID.randomUUID();
        return new Person(id, "Anna Paraudziņa", id + "@example.org", role, partnership, LATVIAN);
    }

    /** Somebody with a row in the database. */
    public static Person opened(AccountDesk desk, Role role, @Nullable String partnership) {
        return desk.open("Anna Paraudziņa", UUID.randomUUID() + "@example.org", PASSWORD, role, partnership, LATVIAN);
    }

    public static RequestPostProcessor signedIn(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(authentication(person));
    }

    public static Authentication authentication(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new PasswordPrincipal(person), null, Authorities.of(person.role()));
    }
}
