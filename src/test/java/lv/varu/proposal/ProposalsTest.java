package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.directory.Topic;
import lv.varu.proposal.finding.WordIndexing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists and counts, and the indexes that must answer them. */
@VaruTest
class ProposalsTest {
    private static final String SHOWN =
            "status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED') and set_aside_at is null";

    @Autowired
    ProposalExamples examples;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk desk;

    @Autowired
    ProposalBook book;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalRows rows;

    @Autowired
    WordIndexing indexing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Call call;

    @BeforeEach
    void openConsultation() {
        call = examples.open();
    }

    @Test
    void keepsStagesApart() {
        UUID unconfirmed = submit("Neapstiprināts", ProposalExamples.ANNA);
        UUID received = submit("Saņemts", Submitter.ANONYMOUS);
        UUID screened = submit("Izskatīts", Submitter.ANONYMOUS);
        desk.screen(screened, screening(null), ProposalExamples.ILZE.id());
        UUID declined = submit("Nevirzīts", Submitter.ANONYMOUS);
        desk.screen(declined, screening("Nav par šo."), ProposalExamples.ILZE.id());

        assertThat(book.isScreened(call.id())).isFalse();
        assertThat(book.unanswered(call.id())).isEqualTo(1);
        assertThat(book.publicOf(call.id(), ProposalFilter.ALL, PageRequest.of(0, 10)))
                .extracting(ProposalView::id)
                .containsExactly(screened);
        assertThat(list(ProposalFilter.of(call.id())))
                .containsExactlyInAnyOrder(received, screened, declined)
                .doesNotContain(unconfirmed);
        Tally tally = Objects.requireNonNull(book.tallies(List.of(call.id())).get(call.id()));
        assertThat(tally.in(ProposalStatus.RECEIVED)).isEqualTo(1);
        assertThat(tally.received()).isEqualTo(3);
        assertThat(tally.published()).isEqualTo(1);
        assertThat(book.topics(call.id())).containsEntry(Topic.ROADS, 3L);
    }

    @Test
    void findsByWordsNumberReceiptAndSubmitter() {
        UUID id = submit("Laipa pāri 100% Dubnai", new Submitter("Zaiga Ūdre", null, null, null, null, false));
        submit("Cits priekšlikums", Submitter.ANONYMOUS);
        indexing.catchUp();
        ProposalView view = book.find(id).orElseThrow();
        for (String words : List.of(
                "laipa",
                "100%",
                "zaiga",
                String.valueOf(view.number()),
                view.receipt(),
                view.receipt().toLowerCase(Locale.ROOT))) {
            assertThat(list(filter(words))).as(words).containsExactly(id);
        }
        assertThat(list(filter("1000"))).isEmpty();
    }

    @Test
    void hidesTheNameOfWhoeverDidNotAgreeToShowIt() {
        UUID shy = submit("Kautrīgs", new Submitter("Anna", null, null, null, null, false));
        UUID open = submit("Atklāts", new Submitter("Jānis", null, null, null, "Biedrība „Laipa”", true));
        List.of(shy, open).forEach(id -> desk.screen(id, screening(null), ProposalExamples.ILZE.id()));
        assertThat(book.publicOf(call.id(), ProposalFilter.ALL, PageRequest.of(0, 10)))
                .extracting(ProposalView::submitterName)
                .containsExactlyInAnyOrder(null, "Biedrība „Laipa”");
    }

    @Test
    void putsOthersOfTheSameTopicBesideTheForm() {
        UUID id = submit("Viens", Submitter.ANONYMOUS);
        UUID other = submit("Otrs", Submitter.ANONYMOUS);
        submit("Neapstiprināts", ProposalExamples.ANNA);
        Proposal proposal = proposals.get(id);
        assertThat(rows.alike(proposal, 5)).extracting(ProposalView::id).containsExactly(other);
    }

    @Test
    void readsByIndexAmongThousands() {
        UUID someCall = UUID.fromString("00000000-0000-4000-8000-000000000007");
        UUID someContact = UUID.fromString("00000000-0000-4000-8000-000000000003");
        String base = "select * from proposal where ";
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            thousands();
            String ofCall = base + "call_id = '" + someCall + "' and ";
            assertRead("proposal_public", ofCall + SHOWN + " order by registered_at desc, id limit 20");
            assertRead("proposal_call", ofCall + "status = 'ANSWERED' order by number");
            assertRead("proposal_alike", ofCall + "municipality = 'PREILI' and topic = 'ROADS' order by number");
            assertRead("proposal_submitted", base + "owners @> '{PREILI}' order by submitted_at desc, id limit 25");
            assertRead("proposal_waiting", base + "status = 'FORWARDED' and contact_id = '" + someContact + "'");
            assertRead(
                    "proposal_late",
                    ofCall + "status = 'FORWARDED' and due_on < date '2020-01-20' order by due_on, id limit 50");
            assertRead(
                    "proposal_publicly_late",
                    base + "municipality = 'LIVANI' and status = 'FORWARDED' and late_since is not null"
                            + " order by due_on, id limit 10");
            assertRead("proposal_status", base + "status = 'CLARIFYING' order by submitted_at desc, id limit 25");
            assertRead("proposal_receipt_key", base + "receipt = 'P-2222-2222'");
            assertRead("proposal_idempotency_digest_key", base + "idempotency_digest = 'x'");
            assertRead(
                    "proposal_found_words",
                    "select p.id from proposal_found f join proposal p on p.id = f.proposal_id where p.owners @> '{PREILI}'"
                            + " and f.words @@ cast('(''laip'':* | ''-laip'':*) & ''@PREILI'' ' as tsquery) limit 2000");
        });
    }

    @Test
    void showsTheNewestOfWhatIsFoundEverywhere() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            thousands();
            var filter = new ProposalFilter("teksti", null, "PREILI", null, null, null, false);
            var first = rows.list("PREILI", filter, PageRequest.of(0, 25));
            assertThat(first.getTotalElements()).isEqualTo(ProposalRows.MOST_FOUND);
            assertThat(ProposalRows.isCutOff(filter, first)).isTrue();
            assertThat(rows.list("PREILI", filter, PageRequest.of(79, 25))).hasSize(25);
            assertThat(rows.list("PREILI", filter, PageRequest.of(80, 25))).isEmpty();
            var declined = new ProposalFilter("teksti", null, "PREILI", null, ProposalStatus.DECLINED, null, false);
            assertThat(rows.list("PREILI", declined, PageRequest.of(1, 25)).getTotalElements())
                    .isBetween(1428L, 1429L);
        });
    }

    /** Spread over 200 consultations, ten contacts, all statuses. */
    private void thousands() {
        jdbc.sql("""
                        insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel,
                            language, title, text, topic, municipality, submitted_at, registered_at, due_on, contact_id,
                            idempotency_digest, request_digest, sealed_token)
                        select gen_random_uuid(), 'T-' || n, 1000000000 + n,
                            ('00000000-0000-4000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid, 'PREILI', '{PREILI}',
                            (array['RECEIVED', 'SCREENED', 'FORWARDED', 'ANSWERED', 'PUBLISHED', 'PUBLISHED',
                                'DECLINED'])[1 + n % 7],
                            'PORTAL', 'lv', 'Virsraksts', repeat('Teksts. ', 50),
                            (array['ROADS', 'SOCIAL', 'OTHER'])[1 + n % 3], (array['PREILI', 'LIVANI'])[1 + n % 2],
                            timestamptz '2020-01-01' + n * interval '1 minute',
                            timestamptz '2020-01-01' + n * interval '1 minute',
                            date '2020-01-01' + n % 1000,
                            ('00000000-0000-4000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid,
                            decode(md5(n::text), 'hex'), 'x', 'x'
                        from generate_series(1, 20000) as n
                        """).update();
        jdbc.sql("""
                        update proposal_found f set words = array_to_tsvector(array['tekst', '@PREILI']
                            || array(select 'vārds' || n from generate_series(1, 40) as n))
                        from proposal p where p.id = f.proposal_id and p.receipt like 'T-%'
                        """).update();
        jdbc.sql("analyze proposal, proposal_found").update();
    }

    private void assertRead(String index, String sql) {
        List<String> plan = jdbc.sql("explain " + sql).query(String.class).list();
        assertThat(String.join("\n", plan)).as(sql).contains(" " + index + " ").doesNotContain("Seq Scan");
    }

    private UUID submit(String title, Submitter submitter) {
        return intakeDesk
                .submit(ProposalExamples.submission(call.code(), title, submitter), ProposalExamples.key())
                .proposalId();
    }

    private ProposalFilter filter(String words) {
        return new ProposalFilter(words, call.id(), null, null, null, null, false);
    }

    private List<UUID> list(ProposalFilter filter) {
        return book.list("PREILI", filter, PageRequest.of(0, 50))
                .map(ProposalView::id)
                .getContent();
    }

    private static Screening screening(@Nullable String reason) {
        return new Screening(Topic.ROADS, "LIVANI", null, null, reason);
    }
}
