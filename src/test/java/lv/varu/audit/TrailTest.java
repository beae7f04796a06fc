package lv.varu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class TrailTest {
    private final CaseKey chain = CaseKey.of("test", UUID.randomUUID());

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void recordsWhoActedAndFromWhere() {
        var origin = new Origin("192.0.2.7", "Firefox");
        var anna = Actor.account(UUID.randomUUID());
        Acting.as(anna, origin, () -> record("test.done", Map.of("on", LocalDate.of(2021, 11, 12))));

        var entry = newest();
        assertThat(entry.actor()).isEqualTo(anna);
        assertThat(entry.address()).isEqualTo("192.0.2.7");
        assertThat(entry.userAgent()).isEqualTo("Firefox");
        assertThat(entry.facts()).containsExactly(Map.entry("on", "2021-11-12"));
    }

    @Test
    void recordsTheSystemWhenNobodyIsNamed() {
        record("test.done", Map.of());

        assertThat(newest().actor()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void givesTheThreadBackToWhoeverActedBefore() throws Exception {
        try (var outer = Acting.begin(Actor.VISITOR, null)) {
            assertThat(Acting.as(Actor.timer("closing"), null, Acting::current)).isEqualTo(Actor.timer("closing"));
            assertThat(Acting.current()).isEqualTo(Actor.VISITOR);
        }
        assertThat(Acting.current()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void recordsOnlyTheFieldsThatDiffer() {
        transaction.executeWithoutResult(status -> trail.change(
                chain, "test.changed", Map.of("title", "Vecs", "kept", 1), Map.of("title", "Jauns", "kept", 1)));

        assertThat(newest().changes()).containsExactly(new TrailEntry.Change("title", "Vecs", "Jauns"));
    }

    @Test
    void pagesFromTheNewestWithoutCounting() {
        for (int i = 0; i < 5; i++) {
            record("test.step", Map.of("step", i));
        }

        var page = trail.of(chain, PageRequest.of(1, 2));
        assertThat(page.getTotalElements()).isEqualTo(5);
        assertThat(page.getContent()).extracting(TrailEntry::sequence).containsExactly(3L, 2L);
    }

    @Test
    void showsWhatWasSentToManyInARowOfItsOwn() {
        record("test.opened", Map.of());
        for (int i = 0; i < 6; i++) {
            record("mail.posted", Map.of("template", i % 2 == 0 ? "test.invitation" : "test.news", "letter", i));
            record("mail.delivered", Map.of("letter", i));
        }
        record("mail.posted", Map.of("template", "test.invitation", "letter", 6));
        record("test.closed", Map.of());

        var rows = trail.rows(chain, PageRequest.of(0, 50));
        assertThat(rows.getContent())
                .extracting(row -> row.newest().action() + " " + row.entries() + " " + row.later())
                .containsExactly(
                        "test.closed 1 0",
                        "mail.posted 4 1",
                        "mail.delivered 6 2",
                        "mail.posted 1 3",
                        "mail.posted 1 7",
                        "mail.posted 1 11",
                        "test.opened 1 14");
        assertThat(trail.rows(chain, PageRequest.of(1, 3)).getContent())
                .containsExactlyElementsOf(rows.getContent().subList(3, 6));
        assertThat(trail.of(chain, PageRequest.of(0, 50))).hasSize(15);
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatThrownBy(() -> trail.record(chain, "test.done")).isInstanceOf(IllegalTransactionStateException.class);
    }

    private void record(String action, Map<String, ?> details) {
        transaction.executeWithoutResult(status -> trail.record(chain, action, details));
    }

    private TrailEntry newest() {
        return trail.of(chain, PageRequest.of(0, 1)).getContent().get(0);
    }
}
