package lv.varu.consultation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.PublicExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A change that concerns five thousand: nobody waits for the letters, nobody gets two. */
@VaruTest
class ManyConcernedTest {
    private static final Logger log = LoggerFactory.getLogger(ManyConcernedTest.class);
    private static final int MANY = 5_000;

    @Autowired
    PublicExamples stages;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    ExtensionDesk extensions;

    @Autowired
    RevisionDesk revisions;

    @Autowired
    ConsultationWithdrawal withdrawals;

    @Autowired
    Consultations consultations;

    @Autowired
    ChangePost post;

    @Autowired
    MockMvc mvc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Person elina;
    UUID id;

    @BeforeEach
    void fill() {
        elina = examples.staff();
        id = stages.running("Daudzu parks", 12).id();
        jdbc.sql("""
                insert into consultation_invitation (id, consultation_id, organisation_id, organisation_name, email,
                    language, sent_at, delivery)
                select gen_random_uuid(), ?, gen_random_uuid(), 'Biedrība ' || n, 'loti-daudz' || n || '@ngo.example',
                    case when n % 10 = 0 then 'en' else 'lv' end, now(), 'SENT'
                from generate_series(1, ?) n""").params(id, MANY).update();
    }

    @Test
    void extendsForThousandsWithoutWaitingForTheirLetters() throws Exception {
        var consultation = consultations.get(id);
        Duration request =
                time(() -> extensions.extend(id, consultation.closesOn().plusDays(7), "Vēl viena sanāksme.", elina));
        assertThat(letters("extended")).isEmpty();
        mvc.perform(get("/darbs/apspriesanas/" + consultation.code()).with(ConsultationExamples.as(elina)))
                .andExpect(content().string(containsString("gatavas 0 no")));
        // A node that dies in the middle of a batch.
        transaction.executeWithoutResult(status -> {
            post.some();
            status.setRollbackOnly();
        });
        var longest = Duration.ZERO;
        var begun = Instant.now();
        while (post.progress(id).isGoingOn()) {
            var batch = time(post::some);
            longest = batch.compareTo(longest) > 0 ? batch : longest;
        }
        var all = Duration.between(begun, Instant.now());
        log.info(
                "{} concerned: request {} ms, letters {} ms, longest batch {} ms",
                MANY,
                request.toMillis(),
                all.toMillis(),
                longest.toMillis());

        assertThat(letters("extended")).hasSizeGreaterThanOrEqualTo(MANY).doesNotHaveDuplicates();
        assertThat(post.some()).as("nobody is told twice").isZero();
        assertThat(request).isLessThan(Duration.ofSeconds(10));
        mvc.perform(get("/darbs/apspriesanas/" + consultation.code()).with(ConsultationExamples.as(elina)))
                .andExpect(content().string(not(containsString("gatavas"))));
    }

    @Test
    void doesTheSameForALaterVersion() throws Exception {
        var version = new Revision.New("2. redakcija", LocalDate.of(2021, 12, 1), "https://preili.example/2", "Karte.");

        var request = time(() -> revisions.revise(id, version, null, elina));

        assertThat(request).isLessThan(Duration.ofSeconds(10));
        assertThat(post.some()).isEqualTo(100);
        assertThat(letters("revised")).hasSize(100);
        assertThat(post.progress(id).written()).isEqualTo(100);
    }

    /** What the others of this run would write otherwise. */
    @AfterEach
    void drop() {
        transaction.executeWithoutResult(status -> post.drop(id));
    }

    @Test
    void writesNothingAboutAChangeOnceItIsWithdrawn() throws Exception {
        extensions.extend(id, consultations.get(id).closesOn().plusDays(7), "Vēl viena sanāksme.", elina);

        var request = time(() -> withdrawals.withdraw(id, "Dome atcēla lēmumu.", examples.manager()));
        log.info("{} concerned: withdrawal {} ms", MANY, request.toMillis());
        while (post.progress(id).isGoingOn()) {
            post.some();
        }

        assertThat(letters("extended")).isEmpty();
        assertThat(letters("withdrawn")).hasSizeGreaterThanOrEqualTo(MANY).doesNotHaveDuplicates();
        assertThat(request).isLessThan(Duration.ofSeconds(10));
    }

    private List<String> letters(String change) {
        return examples.letters(id, change);
    }

    private static Duration time(Work work) throws Exception {
        var begun = Instant.now();
        work.run();
        return Duration.between(begun, Instant.now());
    }

    private interface Work {
        void run() throws Exception;
    }
}
