package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private final AddressLimit limit = new AddressLimit(new ProposalSettings(LocalTime.NOON, Duration.ofDays(1), 2));

    @Test
    void sendsNobodyMoreLettersThanAPersonWouldAskFor() {
        assertThat(limit.admits("anna@example.org")).isTrue();
        assertThat(limit.admits("Anna@Example.org")).isTrue();
        assertThat(limit.admits("anna@example.org")).isFalse();
        assertThat(limit.admits("janis@example.org")).isTrue();
    }
}
