package lv.varu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Map;
import lv.varu.VaruTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

@VaruTest
class OidcSignInTest {
    private static final Instant NOON = Instant.parse("2021-11-12T12:00:00Z");

    @Autowired
    OidcSignIn signIn;

    @Autowired
    AccountDesk desk;

    private Person person;

    @BeforeEach
    void open() {
        person = AccountExamples.opened(desk, Role.MANAGER, "PREILI");
    }

    @Test
    void admitsWhomTheProviderKnowsByAVerifiedAddress() throws Exception {
        OidcUser admitted = signIn.admit(known(person.email(), true), "google");

        assertThat(admitted.getName()).isEqualTo(person.id().toString());
        assertThat(admitted.getAuthorities()).extracting("authority").contains("ROLE_MANAGER");
        assertThat(reread(admitted))
                .isInstanceOfSatisfying(
                        SignedIn.PersonHolder.class,
                        holder -> assertThat(holder.person()).isEqualTo(person));
    }

    @Test
    void refusesAnAddressThatNobodyVerified() {
        assertRefused(known(person.email(), false));
    }

    @Test
    void refusesAStrangerAndAClosedAccount() {
        assertRefused(known("stranger@example.org", true));
        desk.disable(person.id());
        assertRefused(known(person.email(), true));
    }

    private void assertRefused(OidcUser known) {
        assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> signIn.admit(known, "google"));
    }

    private static OidcUser known(String email, boolean verified) {
        Map<String, Object> claims = Map.of("sub", "1", "email", email, "email_verified", verified);
        return new DefaultOidcUser(null, new OidcIdToken("token", NOON, NOON.plusSeconds(60), claims));
    }

    private static Object reread(Object principal) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(principal);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
