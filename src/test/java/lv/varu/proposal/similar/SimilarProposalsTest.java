package lv.varu.proposal.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.Submission;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.proposal.similar.SimilarProposals.Similar;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class SimilarProposalsTest {
    private static final Logger log = LoggerFactory.getLogger(SimilarProposalsTest.class);

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SimilarProposals similar;

    @Autowired
    ProposalTexts texts;

    @Autowired
    TextReading reading;

    @Autowired
    StaffIntake intake;

    @Autowired
    ProposalExamples examples;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void findsWhatIsAboutTheSameInOtherForms() {
        Call call = examples.open();
        UUID crossing = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        entered(call, "Soliņi parkā", "Pie strūklakas vajag divus soliņus.");
        entered(call, "Apgaismojums", "Ceļā uz pieturu vakaros ir tumšs.");

        List<Similar> found =
                similar.forStaff(call.id(), "lūdzam gājēju pāreju skolām, bērniem jāšķērso iela", null, 5);

        assertThat(found).extracting(one -> one.proposal().id()).containsExactly(crossing);
        assertThat(similar.forStaff(call.id(), "gajeju pareja pie skolas", null, 5))
                .as("typed without diacritics")
                .extracting(one -> one.proposal().id())
                .containsExactly(crossing);
        assertThat(similar.forStaff(call.id(), "gājēju pāreja pie skolas", crossing, 5))
                .as("itself")
                .isEmpty();
    }

    @Test
    void showsThePublicOnlyWhatStaffHaveLookedAt() {
        Call call = examples.open();
        UUID id = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        assertThat(similar.published(call.id(), "gājēju pāreja pie skolas", 5)).isEmpty();

        jdbc.sql("update proposal set status = 'SCREENED' where id = ?")
                .param(id)
                .update();

        assertThat(similar.published(call.id(), "gājēju pāreja pie skolas", 5)).hasSize(1);
        assertThat(similar.published(examples.open().id(), "gājēju pāreja pie skolas", 5))
                .as("in another consultation")
                .isEmpty();
    }

    @Test
    void forgetsWhatIsErased() {
        Call call = examples.open();
        UUID id = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");

        intake.undo(id, ProposalExamples.ILZE);

        assertThat(texts.of(call.id())).isEmpty();
    }

    @Test
    void readsTextsFromBeforeLater() {
        Call call = examples.open();
        UUID id = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        jdbc.sql("delete from proposal_words where proposal_id = ?").param(id).update();

        reading.readAll();

        assertThat(texts.of(call.id()))
                .extracting(ProposalTexts.Known::proposalId)
                .containsExactly(id);
    }

    private UUID entered(Call call, String title, String text) {
        Submission submission = new Submission(
                call.code(),
                IntakeChannel.PAPER,
                ProposalExamples.LATVIAN,
                title,
                text,
                Topic.ROADS,
                "LIVANI",
                null,
                null,
                null,
                ProposalExamples.ANNA,
                false,
                false,
                List.of(),
                null);
        return intake.register(
                        new StaffEntry(submission, Riga.today(clock), null, null),
                        ProposalExamples.key(),
                        ProposalExamples.ILZE)
                .proposalId();
    }

    /** Among five thousand proposals of one consultation; by hand among {@code -Dvaru.measure=100000}. */
    @Test
    void findsAmongManyQuickly() {
        Call call = examples.open();
        int count = Integer.getInteger("varu.measure", 5_000);
        Random random = new Random(7);
        String[] words = vocabulary(random);
        // Together, or the background would read the texts too.
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into proposal (id, receipt, call_id, partnership, owners, status, channel, language, title, text,"
                                    + " topic, municipality, submitted_at, idempotency_digest, request_digest, sealed_token)"
                                    + " select gen_random_uuid(), 'M' || n, :call, 'PREILI', '{PREILI}', 'SCREENED', 'PAPER', 'lv', 'x', 'x',"
                                    + " 'ROADS', 'LIVANI', now(), decode(md5('a' || n), 'hex'), '', '' from generate_series(1, :n) n")
                    .param("call", call.id())
                    .param("n", count)
                    .update();
            List<UUID> ids = jdbc.sql("select id from proposal where call_id = ?")
                    .param(call.id())
                    .query(UUID.class)
                    .list();
            Map<UUID, TextSketch> sketches = new LinkedHashMap<>();
            for (UUID id : ids) {
                sketches.put(id, TextSketch.of(call.id(), text(words, random, 40 + random.nextInt(80))));
            }
            texts.saveAll(call.id(), sketches);
        });
        jdbc.sql("analyze proposal_words").update();
        long[] times = new long[400];
        int found = 0;
        for (int i = 0; i < times.length; i++) {
            String query = text(words, random, 5 + random.nextInt(60));
            long start = System.nanoTime();
            found += similar.published(call.id(), query, 5).size();
            times[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(times, 100, times.length);
        Arrays.sort(warm);
        long p95 = warm[warm.length * 95 / 100] / 1_000_000;
        log.info(
                "{} proposals, {} searches: p50 {} ms, p95 {} ms, max {} ms, found {}",
                count,
                warm.length,
                warm[warm.length / 2] / 1_000_000,
                p95,
                warm[warm.length - 1] / 1_000_000,
                found);
        // The other tests share the database.
        jdbc.sql("delete from proposal_words where call_id = ?")
                .param(call.id())
                .update();
        jdbc.sql("delete from proposal where call_id = ?").param(call.id()).update();
        assertThat(found).isPositive();
        assertThat(p95).isLessThan(300);
    }

    /** As often as in a language: the second word half as often as the first, the third a third. */
    private static String text(String[] words, Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(words.length));
            text.append(words[Math.min(rank, words.length - 1)]).append(' ');
        }
        return text.toString();
    }

    private static String[] vocabulary(Random random) {
        String[] words = new String[30_000];
        for (int i = 0; i < words.length; i++) {
            var word = new StringBuilder();
            for (int letter = 0; letter < 8; letter++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word + "x";
        }
        return words;
    }
}
