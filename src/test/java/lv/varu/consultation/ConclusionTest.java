package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.consultation.publication.Channel;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How a consultation ends: answers published in parts, the report on paper, the general meeting, the adopted text. */
@VaruTest
class ConclusionTest {
    @Autowired
    ConsultationExamples examples;

    @Autowired
    PublicExamples finished;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    Consultations consultations;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk proposalDesk;

    @Autowired
    ProposalBook proposals;

    @Autowired
    PostedLetters letters;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    Person elina;
    Person vadis;

    @BeforeEach
    void people() {
        init(engine);
        elina = examples.staff();
        vadis = examples.manager();
    }

    @Test
    void publishesSomeAnswersNowAndTheRestLater() throws Exception {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        UUID first = propose(id, "Ceļš uz Aglonu", "anna@noslegums.example");
        UUID second = propose(id, "Ceļš uz Riebiņiem", null);
        screen(first);
        screen(second);
        walk.close(id);
        walk.deliver(id, leftOut(first, second), elina, vadis);
        String code = consultations.get(id).code();
        String page = "/darbs/apspriesanas/" + code + "/atbildes";

        mvc.perform(as(get(page), elina))
                .andExpect(status().isOk())
                .andExpect(has("Publicēt var 2 atbildes"))
                .andExpect(has("Ceļš uz Riebiņiem"))
                .andExpect(hasNot("??"));
        mvc.perform(as(get(page + "/" + first), elina))
                .andExpect(status().isOk())
                .andExpect(has("Nav par šo dokumentu."))
                .andExpect(has("Labdien"));
        mvc.perform(as(get(page + "/" + second), elina)).andExpect(has("Autora e-pasta adreses nav"));
        mvc.perform(as(get(page), examples.stranger())).andExpect(status().isForbidden());
        mvc.perform(as(post(page).with(csrf()), elina)).andExpect(has("Nekas nav atzīmēts."));

        mvc.perform(as(post(page).with(csrf()).param("proposal", first.toString()), elina))
                .andExpect(status().isOk())
                .andExpect(has(">Publicēta<"))
                .andExpect(has("Publicēt var 1 atbildi"));
        assertThat(statusOf(first)).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(statusOf(second)).isEqualTo(ProposalStatus.SCREENED);
        assertThat(lettersTo("anna@noslegums.example")).contains("proposal.letter.leftOut");
        mvc.perform(as(post(page).with(csrf()).param("proposal", first.toString()), elina))
                .andExpect(has("Jau bija publicēta"));
        assertThat(lettersTo("anna@noslegums.example")).containsOnlyOnce("proposal.letter.leftOut");

        walk.publishAnswers(id, elina);
        assertThat(statusOf(second)).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(actions("consultation:" + id))
                .contains("consultation.answers-published-early", "consultation.answers-published");
        mvc.perform(as(get(page), elina)).andExpect(status().is4xxClientError());
    }

    @Test
    void saysWhereAProposalLandedAndTellsItsAuthor() throws Exception {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        UUID proposal = propose(id, "Ietve Liepu ielā", "ilze@noslegums.example");
        screen(proposal);
        walk.close(id);
        String page = "/darbs/priekslikumi/" + proposal + "/kur-nonaca";
        mvc.perform(as(get(page), elina)).andExpect(status().isForbidden());
        walk.deliver(id, leftOut(proposal), elina, vadis);
        walk.publishAnswers(id, elina);

        mvc.perform(as(get(page), elina)).andExpect(status().isOk()).andExpect(hasNot("??"));
        mvc.perform(as(get(page), examples.stranger())).andExpect(status().isForbidden());
        mvc.perform(as(post(page).with(csrf()).param("place", "").param("link", "javascript:alert(1)"), elina))
                .andExpect(has("Ierakstiet, kurā vietā tas ir."))
                .andExpect(has("Saitei jāsākas ar https://"))
                .andExpect(has("javascript:alert(1)"));
        MockHttpServletRequestBuilder landed = post(page)
                .with(csrf())
                .param("place", "Rīcības plāns, 41. lpp.")
                .param("link", "https://preili.example/ap.pdf");
        mvc.perform(as(landed, elina)).andExpect(redirectedUrl("/darbs/priekslikumi/" + proposal));
        mvc.perform(as(landed, elina));

        assertThat(lettersTo("ilze@noslegums.example")).containsOnlyOnce("proposal.letter.landed");
        assertThat(letterTo("ilze@noslegums.example")).contains("41. lpp.", "https://preili.example/ap.pdf");
        assertThat(actions("proposal:" + proposal)).containsOnlyOnce("proposal.landed");
        var view = proposals.find(proposal).orElseThrow();
        mvc.perform(get("/apspriesanas/" + consultations.get(id).code() + "/priekslikumi/" + view.receipt()))
                .andExpect(has("Kur tas nonāca"))
                .andExpect(has("Rīcības plāns, 41. lpp."));
    }

    @Test
    void putsTheReportOnPaper() throws Exception {
        var reported = finished.reported("Programma uz papīra");
        finished.proposal(reported, "PUBLISHED", "Ietve uz skolu", "PARTIALLY_ACCEPTED");
        finished.proposal(reported, "RECEIVED", "Neviens to nelasa", null);
        String page = "/apspriesanas/" + reported.code() + "/parskats";

        byte[] pdf = bytes(page + ".pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Programma uz papīra", "Ietve uz skolu", "Daļēji ņemts vērā", "Piedalījās vairāk cilvēku")
                    .doesNotContain("Neviens to nelasa");
        }
        byte[] docx = bytes(page + ".docx");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("Programma uz papīra", "Ietve uz skolu", "Daļēji ņemts vērā", "Piedalījās vairāk cilvēku")
                    .doesNotContain("{{", "Neviens to nelasa");
        }
        var answered = finished.answered("Vēl bez pārskata");
        mvc.perform(get("/apspriesanas/" + answered.code() + "/parskats.pdf")).andExpect(status().isNotFound());
        mvc.perform(as(get("/darbs/apspriesanas/" + answered.code() + "/parskats.docx"), elina))
                .andExpect(status().isOk());
    }

    @Test
    void reportsWhatAuthorsThinkOnceEnoughHaveSaidIt() throws Exception {
        var reported = finished.reported("Programma ar vērtējumiem");
        String page = "/apspriesanas/" + reported.code() + "/parskats";
        mvc.perform(get(page)).andExpect(hasNot("Ko autori saka par atbildēm"));
        for (int score = 1; score <= 4; score++) {
            rate(reported, score);
        }
        mvc.perform(get(page))
                .andExpect(has("Ko autori saka par atbildēm"))
                .andExpect(has("pārāk maz, lai tos rādītu"))
                .andExpect(hasNot("vidēji"));
        assertThat(text(bytes(page + ".pdf"))).doesNotContain("vidēji");
        rate(reported, 5);

        String said = "5 autori novērtēja saņemto atbildi: vidēji 3,0 no 5. Par noderīgu to atzina 40 %.";
        mvc.perform(get(page)).andExpect(has(said)).andExpect(hasNot("pārāk maz, lai"));
        mvc.perform(get(page + "?lang=en")).andExpect(has("40% found it useful"));
        assertThat(text(bytes(page + ".pdf")).replaceAll("\\s+", " ")).contains(said);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(page + ".docx")));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains(said);
        }
    }

    @Test
    void reportsWhatReadersHaveMarked() throws Exception {
        var reported = finished.reported("Programma ar apakštēmām");
        UUID id = finished.proposal(reported, "PUBLISHED", "Ietve uz skolu", "ACCEPTED");
        String page = "/apspriesanas/" + reported.code() + "/parskats";
        mvc.perform(get(page)).andExpect(hasNot("Ko minēja visbiežāk"));

        mvc.perform(as(post("/darbs/apspriesanas/" + reported.code() + "/lasit/" + id), elina)
                        .with(csrf())
                        .param("named", "Droši ceļi uz skolu"))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get(page)).andExpect(has("Ko minēja visbiežāk")).andExpect(has("Droši ceļi uz skolu"));
        assertThat(text(bytes(page + ".pdf"))).contains("Ko minēja visbiežāk", "Droši ceļi uz skolu");
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(page + ".docx")));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("Droši ceļi uz skolu");
        }
    }

    private void rate(Consultation about, int score) {
        UUID id = finished.proposal(about, "PUBLISHED", "Vērtētā " + score, "NOTED");
        jdbc.sql("insert into proposal_rating (proposal_id, score, rated_at) values (?, ?, now())")
                .params(id, score)
                .update();
    }

    private static String text(byte[] pdf) throws java.io.IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void asksTheGeneralMeetingAndPublishesWhatItDecided() throws Exception {
        var reported = finished.reported("Kopsapulces programma");
        String page = "/darbs/apspriesanas/" + reported.code() + "/kopsapulce";
        mvc.perform(as(get(page), elina))
                .andExpect(has("Kopsapulces programma"))
                .andExpect(has("saņemti 0 priek&scaron;likumu, ņemti vērā"))
                .andExpect(hasNot("??"));
        finished.proposal(reported, "PUBLISHED", "Vienīgais", "ACCEPTED");
        mvc.perform(as(get(page), elina))
                .andExpect(has("saņemts 1 priek&scaron;likums, ņemti vērā vai daļēji ņemti vērā &ndash; 1."));
        finished.proposal(reported, "PUBLISHED", "Otrais", "REJECTED");
        mvc.perform(as(get(page), elina)).andExpect(has("saņemti 2 priek&scaron;likumi, "));
        mvc.perform(as(get(page), examples.stranger())).andExpect(status().isForbidden());
        mvc.perform(as(agenda(page, LocalDate.now().plusDays(9), "Jautājums", "Jau nolemts"), elina))
                .andExpect(has("Lēmumu var pierakstīt kopsapulces dienā vai vēlāk."))
                .andExpect(has("Jau nolemts"));
        mvc.perform(as(agenda(page, null, "", ""), elina))
                .andExpect(has("Ierakstiet kopsapulces dienu."))
                .andExpect(has("Ierakstiet, par ko kopsapulcē runās."));

        mvc.perform(as(agenda(page, LocalDate.now().plusDays(9), "Par rezultātiem", ""), elina))
                .andExpect(redirectedUrl(page));
        String report = "/apspriesanas/" + reported.code() + "/parskats";
        mvc.perform(get(report)).andExpect(hasNot("Ko nolēma kopsapulce"));
        mvc.perform(as(agenda(page, LocalDate.now().minusDays(2), "Par rezultātiem", "Rakstīt domei."), elina))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(report)).andExpect(has("Ko nolēma kopsapulce")).andExpect(has("Rakstīt domei."));
        assertThat(actions("consultation:" + reported.id()))
                .contains("consultation.agenda-set", "consultation.agenda-decided");
        mvc.perform(as(
                        get("/darbs/apspriesanas/"
                                + finished.open("Vēl atvērta", 5).code() + "/kopsapulce"),
                        elina))
                .andExpect(status().is4xxClientError());
    }

    private static MockHttpServletRequestBuilder agenda(
            String page, @Nullable LocalDate on, String item, String decision) {
        return post(page)
                .with(csrf())
                .param("meetsOn", on == null ? "" : on.toString())
                .param("item", item)
                .param("decision", decision);
    }

    private UUID propose(UUID id, String title, @Nullable String email) {
        jdbc.sql("update consultation set opens_on = opens_on - 2 where id = ?")
                .param(id)
                .update();
        var submission = new Submission(
                consultations.get(id).code(),
                IntakeChannel.PAPER,
                Locale.forLanguageTag("lv"),
                title,
                "Lūdzam atjaunot segumu.",
                Topic.ROADS,
                "PREILI",
                null,
                null,
                null,
                new Submitter("Anna Bērziņa", email, null, "Skolas iela 1, Preiļi", null, false),
                true,
                true,
                List.of(),
                null);
        UUID proposal =
                intakeDesk.submit(submission, UUID.randomUUID().toString()).proposalId();
        if (email != null) {
            PostedLetters.found("/apstiprinat/([A-Za-z0-9_-]+)", letters.about("proposal:" + proposal))
                    .ifPresent(proposalDesk::confirm);
        }
        return proposal;
    }

    private void screen(UUID proposal) {
        walk.complete(
                CaseKey.of("proposal", proposal),
                "screen",
                Map.of("decision", "FORWARD", "declineReason", "", "topic", "ROADS", "municipality", "PREILI"),
                elina);
    }

    private static Map<String, Object> leftOut(UUID... ids) {
        Map<String, Object> position = new HashMap<>(ConsultationWalk.position());
        for (int i = 0; i < ids.length; i++) {
            position.put("lines[" + i + "].proposal", ids[i].toString());
            position.put("lines[" + i + "].included", "false");
            position.put("lines[" + i + "].group", "Ceļi");
            position.put("lines[" + i + "].leftOutReason", "Nav par šo dokumentu.");
        }
        return position;
    }

    private ProposalStatus statusOf(UUID proposal) {
        return proposals.find(proposal).orElseThrow().status();
    }

    private List<String> lettersTo(String email) {
        return jdbc.sql("select template from mail_letter where recipient_email = ? order by number")
                .param(email)
                .query(String.class)
                .list();
    }

    private String letterTo(String email) {
        return letters.to(email).get(0).text();
    }

    private List<String> actions(String chain) {
        return jdbc.sql("select action from audit_entry where chain = ?")
                .param(chain)
                .query(String.class)
                .list();
    }

    private byte[] bytes(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Person person) {
        return request.with(ConsultationExamples.as(person));
    }

    private static ResultMatcher has(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher hasNot(String text) {
        Matcher<String> without = not(containsString(text));
        return content().string(without);
    }
}
