package lv.varu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import lv.varu.VaruTest;
import lv.varu.audit.Verification.Break;
import lv.varu.audit.Verification.Flaw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;

@VaruTest
class TrailTamperingTest {
    private static final CaseKey PREILI = CaseKey.of("consultation", "preili");
    private static final CaseKey LIKSNA = CaseKey.of("proposal", "liksna");

    @Autowired
    JdbcTemplate server;

    @Autowired
    JdbcConnectionDetails details;

    TrailLab lab;

    @BeforeEach
    void recordTwoCases() throws Exception {
        lab = new TrailLab(server, details);
        lab.record(PREILI, 5);
        lab.seal();
        lab.record(LIKSNA, 3);
        lab.record(PREILI, 1);
        lab.seal();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void verifiesAnUntouchedTrail() {
        var result = lab.verifier.verify();

        assertThat(result.broken()).isNull();
        assertThat(result.entries()).isEqualTo(9);
        assertThat(result.chains()).isEqualTo(2);
        assertThat(result.seals()).isEqualTo(2);
        assertThat(result.lastSeal()).startsWith("2 ");
    }

    @Test
    void sealsOnlyWhatChanged() {
        assertThat(lab.jdbc.queryForList("select heads from audit_seal order by number", Long.class))
                .containsExactly(1L, 2L);
        lab.seal();
        assertThat(lab.jdbc.queryForObject("select count(*) from audit_seal", Long.class))
                .isEqualTo(2);
    }

    @Test
    void namesAChangedEntry() {
        lab.tamper("update audit_entry set details = replace(details, 'Līksnu', 'Preiļiem') where "
                + "chain = 'consultation:preili' and seq = 3");

        assertBroken(Flaw.ENTRY_CHANGED, "consultation:preili", 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor_kind = 'ACCOUNT'",
                "actor_id = 'x'",
                "action = 'test.other'",
                "personal_digest = null",
                "hash = sha256('x')"
            })
    void namesAnEntryWithAnyOtherColumnChanged(String change) {
        lab.tamper("update audit_entry set " + change + " where chain = 'proposal:liksna' and seq = 2");

        assertBroken(Flaw.ENTRY_CHANGED, "proposal:liksna", 2);
    }

    @Test
    void namesADeletedEntry() {
        lab.tamper("delete from audit_entry where chain = 'consultation:preili' and seq = 2");

        assertBroken(Flaw.ENTRY_MISSING, "consultation:preili", 2);
    }

    @Test
    void namesTheEndThatWasCutOff() {
        lab.tamper("delete from audit_entry where chain = 'proposal:liksna' and seq = 3");

        assertBroken(Flaw.ENTRY_MISSING, "proposal:liksna", 3);
    }

    @Test
    void namesTheEndThatWasCutOffTogetherWithTheHead() {
        lab.tamper(
                "delete from audit_entry where chain = 'proposal:liksna' and seq = 3",
                "update audit_chain c set last_seq = 2, head = e.hash from audit_entry e "
                        + "where c.chain = 'proposal:liksna' and e.chain = c.chain and e.seq = 2");

        assertBroken(Flaw.CHAIN_MISSING, "proposal:liksna", 3);
    }

    @Test
    void namesACaseThatVanished() {
        lab.tamper(
                "delete from audit_entry where chain = 'proposal:liksna'",
                "delete from audit_chain where chain = 'proposal:liksna'");

        assertBroken(Flaw.CHAIN_MISSING, "proposal:liksna", 3);
    }

    @Test
    void namesACaseWhoseEntriesVanished() {
        lab.tamper("delete from audit_entry where chain = 'proposal:liksna'");

        assertBroken(Flaw.ENTRY_MISSING, "proposal:liksna", 1);
    }

    @Test
    void namesSwappedEntries() {
        lab.tamper(
                "update audit_entry set seq = -1 where chain = 'consultation:preili' and seq = 2",
                "update audit_entry set seq = 2 where chain = 'consultation:preili' and seq = 3",
                "update audit_entry set seq = 3 where chain = 'consultation:preili' and seq = -1");

        assertBroken(Flaw.ORDER_CHANGED, "consultation:preili", 2);
    }

    @Test
    void namesACaseWrittenAnew() {
        lab.tamper(
                "delete from audit_personal where entry_id in "
                        + "(select id from audit_entry where chain = 'proposal:liksna')",
                "delete from audit_entry where chain = 'proposal:liksna'",
                "delete from audit_chain where chain = 'proposal:liksna'");
        lab.record(LIKSNA, 3);
        lab.tamper("update audit_chain set sealed_seq = 3 where chain = 'proposal:liksna'");

        assertBroken(Flaw.ENTRY_CHANGED, "proposal:liksna", 3);
    }

    @Test
    void namesChangedPersonalData() {
        lab.tamper("update audit_personal set data = '{\"email\":\"cita@example.org\"}' where entry_id = "
                + "(select id from audit_entry where chain = 'proposal:liksna' and seq = 1)");

        assertBroken(Flaw.PERSONAL_DATA_CHANGED, "proposal:liksna", 1);
    }

    @Test
    void namesAChangedSeal() {
        lab.tamper("delete from audit_seal_head where seal = 2 and chain = 'proposal:liksna'");

        assertBroken(Flaw.SEAL_CHANGED, "seal", 2);
    }

    @Test
    void namesAMissingSeal() {
        lab.tamper("delete from audit_seal_head where seal = 1", "delete from audit_seal where number = 1");

        assertBroken(Flaw.SEAL_MISSING, "seal", 1);
    }

    @Test
    void erasesPersonalDataWithoutBreakingTheChain() {
        lab.transaction.executeWithoutResult(status -> lab.trail.erasePersonal(PREILI));

        assertThat(lab.verifier.verify().broken()).isNull();
        assertThat(lab.jdbc.queryForObject("select count(*) from audit_personal", Long.class))
                .isEqualTo(3);
        var entries = lab.trail.of(PREILI, Pageable.unpaged()).getContent();
        assertThat(entries).hasSize(7);
        assertThat(entries.get(0).action()).isEqualTo("audit.personalErased");
        assertThat(entries.get(1).erased()).isTrue();
        assertThat(entries.get(1).facts()).containsOnlyKeys("step", "title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "update audit_seal set heads = 0",
                "delete from audit_seal",
                "truncate audit_seal cascade",
                "delete from audit_seal_head",
                "delete from audit_chain",
                "truncate audit_chain",
                "update audit_personal set data = 'x'",
                "truncate audit_personal"
            })
    void letsTheDatabaseRefuse(String statement) {
        assertThatThrownBy(() -> lab.jdbc.execute(statement))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void leavesNothingOfATransactionThatRollsBack() {
        lab.transaction.executeWithoutResult(status -> {
            lab.trail.record(PREILI, "test.lost");
            assertThat(lab.trail.of(PREILI, PageRequest.of(0, 1)).getContent())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.action()).isEqualTo("test.lost"));
            status.setRollbackOnly();
        });

        assertThat(lab.trail.of(PREILI, PageRequest.of(0, 10)).getTotalElements())
                .isEqualTo(6);
        assertThat(lab.verifier.verify().broken()).isNull();
    }

    @Test
    void numbersWithoutGapsWhenManyWriteAtOnce() throws Exception {
        var one = CaseKey.of("busy", "one");
        var work = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < 8; writer++) {
            var own = CaseKey.of("busy", "own-" + writer);
            boolean forth = writer % 2 == 0;
            work.add(() -> {
                for (int i = 0; i < 25; i++) {
                    lab.transaction.executeWithoutResult(status -> {
                        // In either order: the chains are locked in one order whatever a transaction does.
                        lab.trail.record(forth ? one : own, "test.first", Map.of());
                        lab.trail.record(forth ? own : one, "test.second", Map.of());
                    });
                    lab.seal();
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(lab.jdbc.queryForList(
                        "select seq from audit_entry where chain = 'busy:one' order by id", Long.class))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(lab.verifier.verify().broken()).isNull();
    }

    private void assertBroken(Flaw flaw, String chain, long sequence) {
        assertThat(lab.verifier.verify().broken()).isEqualTo(new Break(flaw, chain, sequence));
    }
}
