package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.PublicExamples;
import lv.varu.proposal.AnswerRecords;
import lv.varu.proposal.Outcome;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@VaruTest
class MunicipalityPagesTest {
    // A municipality that no other test asks for anything.
    private static final String CODE = "DAUGAVPILS";

    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    AnswerRecords records;

    @Autowired
    Indexing indexing;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from proposal where municipality = ?").param(CODE).update();
    }

    @Test
    void countsAnswersOfThoseWhoseTimeIsOverAndTheWorkingDaysToThem() throws Exception {
        var consultation = examples.answered("Pilsētas plāns");
        // From a Monday; without the weekend 4, 9 and 9 working days.
        answer(consultation, "2026-03-02", "2026-03-06", "ACCEPTED", "PUBLISHED");
        answer(consultation, "2026-03-02", "2026-03-13", "REJECTED", "PUBLISHED");
        answer(consultation, "2026-03-02", "2026-03-13", "ACCEPTED", "ANSWERED");
        answer(consultation, "2026-03-02", "2026-04-10", "NO_REPLY", "PUBLISHED");
        UUID late = of(consultation, "FORWARDED", "Kavētais tilts");
        UUID waiting = of(consultation, "FORWARDED", "Gaidošais tilts");
        jdbc.sql("update proposal set late_since = null where id = ?")
                .param(waiting)
                .update();

        var record = Objects.requireNonNull(records.all().get(CODE));
        assertThat(record.asked()).isEqualTo(6);
        assertThat(record.answered()).isEqualTo(3);
        assertThat(record.answerRate()).isEqualTo(60);
        assertThat(record.medianDays()).isEqualTo(9);
        assertThat(record.waiting()).isEqualTo(1);
        assertThat(record.silent()).isEqualTo(1);
        assertThat(record.outcomes())
                .containsEntry(Outcome.ACCEPTED, 1L)
                .containsEntry(Outcome.REJECTED, 1L)
                .doesNotContainKey(Outcome.NO_REPLY);

        page("/pasvaldibas/" + CODE)
                .andExpect(has("60 %"))
                .andExpect(has("3 no 5"))
                .andExpect(has("Kavētais tilts"))
                .andExpect(hasNot("Gaidošais tilts"))
                .andExpect(has("Kā skaitām"));
        page("/pasvaldibas").andExpect(has("60 % (3 no 5)"));
        page("/pasvaldibas/" + CODE + "?lang=en").andExpect(has("How we count"));
        assertThat(late).isNotNull();
    }

    @Test
    void showsItsConsultationsAndThoseOfItsRegion() throws Exception {
        var own = examples.open("Preiļu parks " + UUID.randomUUID(), 3);
        var regional = examples.open("Reģiona ceļi " + UUID.randomUUID(), 3);
        jdbc.sql("update consultation set hosts = '{LATGALE}' where id = ?")
                .param(regional.id())
                .update();
        examples.preparing("Vēl klusumā");
        // The schedule of the program may be at it in this moment; then its work is awaited.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            indexing.catchUp();
            return jdbc.sql("select count(*) from portal_found where subject in (?, ?)")
                            .params(own.id(), regional.id())
                            .query(Long.class)
                            .single()
                    == 2;
        });
        // Other tests have consultations of the same municipality, so theirs may stand on earlier pages.
        var pages = new StringBuilder();
        for (int number = 0; number < 40; number++) {
            pages.append(page("/pasvaldibas/PREILI?page=" + number)
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        assertThat(pages).contains(own.title(), regional.title()).doesNotContain("Vēl klusumā");
    }

    @Test
    void saysThatThereIsNothingYet() throws Exception {
        page("/pasvaldibas/" + CODE).andExpect(has("priekšlikumi vēl nav nodoti"));
        mvc.perform(get("/pasvaldibas/AGLONAS_PAGASTS")).andExpect(status().isNotFound());
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForFew() throws Exception {
        page("/pasvaldibas/PREILI");
        assertThat(Statements.of(() -> page("/pasvaldibas/PREILI"))).isLessThanOrEqualTo(13);
        assertThat(Statements.of(() -> page("/pasvaldibas"))).isLessThanOrEqualTo(4);
    }

    private void answer(Consultation consultation, String forwarded, String answered, String outcome, String status) {
        UUID id = of(consultation, "PUBLISHED", "Atbildētais " + UUID.randomUUID());
        jdbc.sql("update proposal set forwarded_at = :forwarded::date + time '09:00', due_on = :answered::date,"
                        + " answered_at = :answered::date + time '09:00', outcome = :outcome, status = :status"
                        + " where id = :id")
                .param("forwarded", forwarded)
                .param("answered", answered)
                .param("outcome", outcome)
                .param("status", status)
                .param("id", id)
                .update();
    }

    private UUID of(Consultation consultation, String status, String title) {
        UUID id = examples.proposal(consultation, status, title, null);
        jdbc.sql("update proposal set municipality = ? where id = ?")
                .params(CODE, id)
                .update();
        return id;
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(address)).andExpect(status().isOk()).andExpect(hasNot("??"));
    }

    private static ResultMatcher has(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher hasNot(String text) {
        Matcher<String> without = not(containsString(text));
        return content().string(without);
    }
}
