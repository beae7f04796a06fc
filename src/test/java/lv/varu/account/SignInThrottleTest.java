package lv.varu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class SignInThrottleTest {
    private static final Instant NOON = Instant.parse("2021-11-12T12:00:00Z");
    private static final SignInSettings SETTINGS = new SignInSettings(
            Duration.ofMinutes(15), 3, 5, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(365));

    private final String email = UUID.randomUUID() + "@example.org";
    private final String address = UUID.randomUUID().toString();

    @Autowired
    JdbcClient jdbc;

    @Test
    void opensAgainWhenTheWindowHasPassed() {
        for (int i = 0; i < 3; i++) {
            assertThat(at(NOON).admit(email, address)).isTrue();
        }
        assertThat(at(NOON.plusSeconds(60)).admit(email, address)).isFalse();
        assertThat(at(NOON.plus(Duration.ofMinutes(15))).admit(email, address)).isTrue();
    }

    @Test
    void doesNotLetTheRefusedKeepTheOwnerOut() {
        for (int i = 0; i < 3; i++) {
            at(NOON).admit(email, address);
        }
        for (int minute = 1; minute < 15; minute++) {
            assertThat(at(NOON.plus(Duration.ofMinutes(minute))).admit(email, address))
                    .isFalse();
        }
        assertThat(at(NOON.plus(Duration.ofMinutes(15))).admit(email, address)).isTrue();
    }

    @Test
    void countsAnAddressOverAllAccounts() {
        for (int i = 0; i < 5; i++) {
            assertThat(at(NOON).admit(UUID.randomUUID() + "@example.org", address))
                    .isTrue();
        }
        assertThat(at(NOON).admit(email, address)).isFalse();
    }

    private SignInThrottle at(Instant now) {
        return new SignInThrottle(jdbc, SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
    }
}
