package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import lv.varu.VaruTest;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.Origin;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class JointIntakeTest {
    private static final int MANY = 30;

    @Autowired
    JointIntake intake;

    @Autowired
    ProposalExamples examples;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    Call call;

    @BeforeEach
    void openConsultation() {
        call = examples.open();
    }

    @Test
    void givesEachOfManyAtOnceItsReceiptItsCaseAndItsLetter() throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        for (Future<Receipt> done : atOnce(number -> send(number, title(number), ProposalExamples.key()))) {
            receipts.add(done.get());
        }
        assertThat(receipts).extracting(Receipt::receipt).doesNotHaveDuplicates();
        for (int number = 0; number < MANY; number++) {
            String id = receipts.get(number).proposalId().toString();
            assertThat(jdbc.sql("select title from proposal where receipt = ?")
                            .param(receipts.get(number).receipt())
                            .query(String.class)
                            .single())
                    .isEqualTo(title(number));
            assertThat(jdbc.sql("select recipient_email from mail_letter where about = ?")
                            .param("proposal:" + id)
                            .query(String.class)
                            .list())
                    .containsExactly(email(number));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(id)
                            .count())
                    .isOne();
        }
        assertThat(transactions()).isLessThan(MANY);
    }

    @Test
    void recordsForEachWhereItCameFrom() throws Exception {
        for (Future<Receipt> done : atOnce(number -> send(number, title(number), ProposalExamples.key()))) {
            done.get();
        }
        assertThat(jdbc.sql(
                                "select count(*) from proposal p join audit_entry e on e.chain = 'proposal:' || p.id"
                                        + " join audit_personal s on s.entry_id = e.id where p.call_id = ?"
                                        + " and e.action = 'proposal.submitted' and e.actor_kind = 'VISITOR'"
                                        + " and '10.0.0.' || substring(p.title from '[0-9]+') = s.data::json ->> 'originAddress'")
                        .param(call.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
    }

    @Test
    void tellsOnlyTheOneWhoseProposalHasNoTitle() throws Exception {
        List<Future<Receipt>> sent =
                atOnce(number -> send(number, number == 7 ? "" : title(number), ProposalExamples.key()));
        assertThatThrownBy(() -> sent.get(7).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SubmissionRefused.class);
        for (int number = 0; number < MANY; number++) {
            if (number != 7) {
                assertThat(sent.get(number).get().repeated()).isFalse();
            }
        }
    }

    /** More than one address may propose in an hour; a repeat is no further proposal. */
    @Test
    void givesManyEqualOnesTheSameReceipt() throws Exception {
        String key = ProposalExamples.key();
        List<Receipt> receipts = new ArrayList<>();
        for (Future<Receipt> done : atOnce(number -> send(0, title(0), key))) {
            receipts.add(done.get());
        }
        assertThat(receipts)
                .extracting(Receipt::trackingUrl)
                .containsOnly(receipts.get(0).trackingUrl());
        assertThat(transactions()).isOne();
    }

    @Test
    void makesOneProposalOfEqualOnesAndOneOfEachOther() throws Exception {
        String key = ProposalExamples.key();
        List<Receipt> receipts = new ArrayList<>();
        for (Future<Receipt> done : atOnce(
                number -> number < 10 ? send(0, title(0), key) : send(number, title(number), ProposalExamples.key()))) {
            receipts.add(done.get());
        }
        assertThat(receipts.subList(0, 10))
                .extracting(Receipt::trackingUrl)
                .containsOnly(receipts.get(0).trackingUrl());
        assertThat(jdbc.sql("select count(*) from proposal where call_id = ?")
                        .param(call.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY - 9);
    }

    private int transactions() {
        return jdbc.sql("select count(distinct xmin::text) from proposal where call_id = ?")
                .param(call.id())
                .query(Integer.class)
                .single();
    }

    private Receipt send(int number, String title, String key) {
        var author = new Submitter("Anna Bērziņa", email(number), null, null, null, false);
        try (var scope = Acting.begin(Actor.VISITOR, new Origin("10.0.0." + number, "phone"))) {
            return intake.submit(ProposalExamples.submission(call.code(), title, author), key, Reference.NONE);
        }
    }

    private static String title(int number) {
        return "Priekšlikums " + number;
    }

    private String email(int number) {
        return "anna" + number + "@" + call.code().toLowerCase(Locale.ROOT) + ".example";
    }

    private static List<Future<Receipt>> atOnce(IntFunction<Receipt> send) throws InterruptedException {
        var start = new CyclicBarrier(MANY);
        var pool = Executors.newFixedThreadPool(MANY);
        List<Future<Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            sent.add(pool.submit(() -> {
                start.await();
                return send.apply(number);
            }));
        }
        pool.shutdown();
        return sent;
    }
}
