package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.importing.ImportRunner;
import lv.varu.importing.ImportRunner.Result;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** How fast ten thousand rows become registered proposals, and are taken back; run by name, not with the other tests. */
@VaruTest
@Import(Statements.class)
@TestPropertySource(properties = "varu.importing.batch=200")
class ProposalImportMeasurement {
    private static final Logger log = LoggerFactory.getLogger(ProposalImportMeasurement.class);
    private static final String KIND = "priekslikumi";
    private static final int MANY = Integer.getInteger("varu.rows", 10_000);
    private static final int WARM = Integer.getInteger("varu.warm", 1_000);

    @Autowired
    ImportRunner imports;

    @Autowired
    ProposalExamples examples;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesTenThousandRows() {
        Person by = AccountExamples.opened(accounts, Role.STAFF, "PREILI");
        run(WARM, by);
        run(MANY, by);
    }

    private void run(int count, Person by) {
        Call call = examples.open();
        long start = System.nanoTime();
        UUID run = imports.checked(KIND, call.code(), "a.csv", table(count), by);
        long checked = System.nanoTime();
        Statements.start();
        Result result = imports.taken(run, by);
        long statements = Statements.stop();
        long taken = System.nanoTime();
        assertThat(result.taken()).isEqualTo(count);
        assertThat(running(call)).isEqualTo(count);
        Statements.start();
        Result undone = imports.undone(run, by);
        long undoing = Statements.stop();
        long ended = System.nanoTime();
        assertThat(undone.undone()).isEqualTo(count);
        assertThat(running(call)).isZero();
        log.info(
                "{} rows: checked in {} s; taken in {} s, {} rows/s, {} statements a row; undone in {} s, {} statements a row",
                count,
                seconds(checked - start),
                seconds(taken - checked),
                Math.round(count * 1e9 / (taken - checked)),
                "%.2f".formatted((double) statements / count),
                seconds(ended - taken),
                "%.2f".formatted((double) undoing / count));
    }

    /** Each row is one proposal with one process. */
    private long running(Call call) {
        return jdbc.sql("select count(*) from proposal p join act_ru_execution e on e.business_key_ = p.id::text"
                        + " where p.call_id = ? and p.number is not null")
                .param(call.id())
                .query(Long.class)
                .single();
    }

    /** Every fourth author has an address, and so gets a receipt. */
    private static byte[] table(int count) {
        var table = new StringBuilder("Teksts;Vieta;Vārds;E-pasts;Temats\n");
        for (int i = 0; i < count; i++) {
            table.append("Lūdzam salabot ceļu numur ")
                    .append(i)
                    .append(" līdz skolai, jo bērniem jābrien pa dubļiem.;")
                    .append("Rožupes pagasts;Anna ")
                    .append(i)
                    .append(';')
                    .append(i % 4 == 0 ? "anna" + i + "@example.org" : "")
                    .append(";Ceļi\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String seconds(long nanos) {
        return "%.1f".formatted(nanos / 1e9);
    }
}
