package lv.varu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Account.Identity;
import lv.varu.account.Account.Position;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a wrong attempt costs must not tell whether there is such an account. */
@VaruTest
class SignInCostTest {
    @Autowired
    Accounts accounts;

    @Autowired
    AccountDesk desk;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordEncoder encoder;

    private final List<String> checked = new ArrayList<>();

    @Test
    void isTheSameForAKnownAnUnknownAClosedAndANewAccount() {
        var signIn = new PasswordSignIn(accounts, throttle, signIns, new Counting());
        Map<String, List<String>> hashes = new LinkedHashMap<>();
        Map<String, Long> queries = new LinkedHashMap<>();
        attempts().forEach((kind, email) -> {
            checked.clear();
            Statements.start();
            assertThatThrownBy(() ->
                            signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
            queries.put(kind, Statements.stop());
            hashes.put(kind, List.copyOf(checked));
        });
        assertThat(hashes).hasSize(4).allSatisfy((kind, one) -> assertThat(one).hasSize(1));
        assertThat(hashes.values()).as("work of a check").containsOnly(hashes.get("known"));
        assertThat(queries.values()).as("statements").containsOnly(queries.get("known"));
    }

    private Map<String, String> attempts() {
        Person known = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        Person closed = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        desk.disable(closed.id());
        String invited = UUID.randomUUID() + "@example.org";
        desk.invite(
                new Identity("Jauna Darbiniece", invited),
                new Position(Role.STAFF, "KAIMINI"),
                AccountExamples.LATVIAN);
        return Map.of(
                "known",
                known.email(),
                "unknown",
                UUID.randomUUID() + "@example.org",
                "closed",
                closed.email(),
                "invited",
                invited);
    }

    /** Keeps of each hash what says how long it takes to check. */
    private final class Counting implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            checked.add(hash.replaceFirst("(\\{argon2}\\$[^$]+\\$[^$]+\\$[^$]+)\\$.*", "$1"));
            return encoder.matches(password, hash);
        }
    }
}
