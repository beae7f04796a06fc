package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private final AddressLimit limit =
            new AddressLimit(new ProposalSettings(LocalTime.NOON, Duration.ofDays(1), Duration.ofDays(1), 2));

    @Test
    void sendsNobodyMoreLettersThanAPersonWouldAskFor() {
        assertThat(admits("anna@example.org", "one")).isTrue();
        assertThat(admits("Anna@Example.org", "two")).isTrue();
        assertThat(admits("anna@example.org", "three")).isFalse();
        assertThat(admits("janis@example.org", "three")).isTrue();
    }

    @Test
    void countsARepeatOnce() {
        for (int i = 0; i < 50; i++) {
            assertThat(admits("anna@example.org", "one")).isTrue();
        }
        assertThat(admits("anna@example.org", "two")).isTrue();
        assertThat(admits("anna@example.org", "three")).isFalse();
        assertThat(admits("anna@example.org", "two")).isTrue();
    }

    private boolean admits(String email, String key) {
        return limit.admits(email, new IntakeSeal(key));
    }
}
