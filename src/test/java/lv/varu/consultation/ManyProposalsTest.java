package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.turn.ConsultationWithdrawal;
import lv.varu.directory.Topic;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.Tally;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** More proposals than one transaction moves on: the model comes back for the rest. */
@VaruTest
@AutoConfigureMockMvc
class ManyProposalsTest {
    private static final int MANY = 203;
    private static final int LATER = 3;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationWithdrawal withdrawals;

    @Autowired
    ProposalBook proposals;

    @Autowired
    StaffIntake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Person elina;
    Person vadis;
    String host;
    UUID id;

    @BeforeEach
    void propose() {
        elina = examples.staff();
        vadis = examples.manager();
        host = examples.contact("PREILI");
        id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        jdbc.sql("update consultation set opens_on = current_date - 40, closes_on = current_date - 3 where id = ?")
                .param(id)
                .update();
        for (int number = 0; number < MANY; number++) {
            intake.registerScreened(entry(number), UUID.randomUUID().toString(), elina);
        }
    }

    @Test
    void forwardsAndClosesThemSomeAtATime() throws Exception {
        walk.close(id);
        approve(position(true));
        walk.fire(id, "deliverPosition");

        walk.fire(id, "requestAnswers");
        assertThat(count(ProposalStatus.SCREENED)).isEqualTo(LATER);
        assertThat(examples.letters(id, "answerRequest"))
                .as("one letter, of all")
                .isEmpty();
        assertProgress("vēl atlikuši: " + LATER);
        walk.fire(id, "requestAnswers");
        assertThat(count(ProposalStatus.FORWARDED)).isEqualTo(MANY);

        var unconfirmed = proposals.ids(id).get(0);
        jdbc.sql("update proposal set status = 'UNCONFIRMED' where id = ?")
                .param(unconfirmed)
                .update();
        withdrawals.withdraw(id, "Dome atcēla lēmumu.", vadis);
        assertProgress("vēl atlikuši: " + MANY);
        jdbc.sql("update proposal set status = 'FORWARDED' where id = ?")
                .param(unconfirmed)
                .update();
        assertThat(count(ProposalStatus.FORWARDED))
                .as("not while the manager waits")
                .isEqualTo(MANY);
        walk.fire(id, "closeProposals");
        assertThat(count(ProposalStatus.WITHDRAWN)).isEqualTo(MANY - LATER);
        assertProgress("vēl atlikuši: " + LATER);
        walk.fire(id, "closeProposals");
        assertThat(count(ProposalStatus.WITHDRAWN)).isEqualTo(MANY);
        mvc.perform(page()).andExpect(content().string(not(containsString("vēl atlikuši"))));
    }

    @Test
    void publishesThemSomeAtATime() throws Exception {
        walk.publishInChannel(id, elina);
        walk.fire(id, "beforeReport");
        walk.close(id);
        approve(position(false));
        walk.fire(id, "deliverPosition");
        walk.fire(id, "requestAnswers");
        walk.fire(id, "requestAnswers");
        walk.complete(id, ConsultationProcess.UserTask.publishAnswers, Map.of("read", "true"), elina);

        walk.fire(id, "concludeAnswers");
        assertThat(count(ProposalStatus.PUBLISHED)).isEqualTo(MANY - LATER);
        assertThat(consultations.get(id).phase()).isEqualTo(Phase.ANSWERS);
        walk.fire(id, "concludeAnswers");
        assertThat(count(ProposalStatus.PUBLISHED)).isEqualTo(MANY);
        assertThat(consultations.get(id).phase()).isEqualTo(Phase.REPORT);
    }

    private void approve(Map<String, ?> position) {
        walk.complete(id, ConsultationProcess.UserTask.compilePosition, position, elina);
        walk.complete(id, ConsultationProcess.UserTask.approvePosition, Map.of("positionApproved", true), vadis);
    }

    private Map<String, Object> position(boolean included) {
        Map<String, Object> values = new HashMap<>(ConsultationWalk.position());
        int line = 0;
        for (var proposal : proposals.ids(id)) {
            values.put("lines[" + line + "].proposal", proposal.toString());
            values.put("lines[" + line + "].included", String.valueOf(included));
            values.put("lines[" + line + "].group", "Ceļi");
            values.put("lines[" + line + "].leftOutReason", included ? "" : "Nav par šo dokumentu.");
            line++;
        }
        return values;
    }

    private void assertProgress(String words) throws Exception {
        mvc.perform(page()).andExpect(content().string(containsString(words)));
    }

    private MockHttpServletRequestBuilder page() {
        return get("/darbs/apspriesanas/" + consultations.get(id).code()).with(ConsultationExamples.as(elina));
    }

    private long count(ProposalStatus status) {
        return proposals.tallies(List.of(id)).getOrDefault(id, Tally.NONE).in(status);
    }

    private StaffEntry entry(int number) {
        var consultation = consultations.get(id);
        var submission = new Submission(
                consultation.code(),
                IntakeChannel.POST,
                Locale.forLanguageTag("lv"),
                "Soliņš pie pieturas " + number,
                "Lūdzam soliņu pie pieturas.",
                Topic.TRANSPORT,
                "PREILI",
                null,
                null,
                null,
                new Submitter("Velta Kalniņa", null, null, "Rušona", null, false),
                false,
                true,
                List.of(),
                null);
        return new StaffEntry(submission, LocalDate.now(Riga.ZONE), null, consultation.closesOn());
    }
}
