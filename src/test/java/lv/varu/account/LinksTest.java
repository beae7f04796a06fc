package lv.varu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Link.Purpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@VaruTest
class LinksTest {
    private final String subject = UUID.randomUUID().toString();

    @Autowired
    Links links;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void opensWhatItIssued() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        String token = issue(Purpose.INVITATION, "a", end);

        Link link = links.open(token, Purpose.INVITATION);

        assertThat(link.subject()).isEqualTo(subject);
        assertThat(link.holder()).isEqualTo("a");
    }

    @Test
    void countsEveryOpening() {
        String token = issue(Purpose.INVITATION, "a", clock.instant().plusSeconds(60));
        links.open(token, Purpose.INVITATION);
        links.open(token, Purpose.INVITATION);

        assertThat(jdbc.sql("select opened from access_link where subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        String token = issue(Purpose.INVITATION, "a", clock.instant().plusSeconds(60));

        String row = jdbc.sql("select row_to_json(l)::text from access_link l where subject = ?")
                .param(subject)
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(token);
    }

    @Test
    void opensNothingForAnotherPurposeOrAStranger() {
        String token = issue(Purpose.FOLLOW_PROPOSAL, "a", clock.instant().plusSeconds(60));

        assertGone(token, Purpose.ANSWER_PROPOSALS, LinkGone.Reason.UNKNOWN);
        assertGone("made-up", Purpose.FOLLOW_PROPOSAL, LinkGone.Reason.UNKNOWN);
    }

    @Test
    void opensNothingFromItsEndOn() {
        String token = issue(Purpose.INVITATION, "a", clock.instant());

        assertGone(token, Purpose.INVITATION, LinkGone.Reason.EXPIRED);
    }

    @Test
    void revokesForOneHolderOrForAll() {
        Instant end = clock.instant().plusSeconds(60);
        String first = issue(Purpose.INVITATION, "a", end);
        String second = issue(Purpose.INVITATION, "b", end);

        transaction.executeWithoutResult(tx -> links.revoke(Purpose.INVITATION, subject, "a"));
        assertGone(first, Purpose.INVITATION, LinkGone.Reason.REVOKED);
        assertThat(links.open(second, Purpose.INVITATION).holder()).isEqualTo("b");

        transaction.executeWithoutResult(tx -> links.revoke(Purpose.INVITATION, subject));
        assertGone(second, Purpose.INVITATION, LinkGone.Reason.REVOKED);
    }

    @Test
    void issuesOnlyInTheTransactionOfTheFact() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> links.issue(Purpose.INVITATION, subject, "a", clock.instant()));
    }

    private String issue(Purpose purpose, String holder, Instant end) {
        return transaction.execute(tx -> links.issue(purpose, subject, holder, end));
    }

    private void assertGone(String token, Purpose purpose, LinkGone.Reason reason) {
        assertThatExceptionOfType(LinkGone.class)
                .isThrownBy(() -> links.open(token, purpose))
                .satisfies(gone -> assertThat(gone.reason()).isEqualTo(reason));
    }
}
