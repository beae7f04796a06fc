package lv.varu.commitment;

import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.engine.EngineJobs;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalBook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages about promises, as staff, municipal contacts and everybody see them. */
@VaruTest
class CommitmentPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    CommitmentExamples examples;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentDesk desk;

    @Autowired
    NewsRows news;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ProposalBook proposals;

    @Autowired
    Calls calls;

    @Test
    void recordsSeveralPromisesOfAConsultationAtOnce() throws Exception {
        UUID contact = examples.contact();
        UUID lamps = examples.begun(contact);
        UUID roof = examples.begun(null);
        UUID path = examples.begun(null);
        UUID call = examples.inOneCall(lamps, roof, path);
        String page = "/darbs/solijumi/pierakstit?apspriesana=" + call;
        mvc.perform(get(page).with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pieraksta gaida 3 atbildes")))
                .andExpect(content().string(containsString("decision-" + roof)))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/darbs/uzdevumi/" + examples.task(roof, "recordPromise"))
                        .with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(content().string(containsString("pierakstit?apspriesana=" + call)));

        mvc.perform(recording(call)
                        .param("decision-" + lamps, "FOLLOW")
                        .param("what-" + lamps, "Uzstādīs laternas")
                        .param("amount-" + lamps, "daudz")
                        .param("decision-" + roof, "NOTHING"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pārbaudiet summu.")))
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc nav kam sekot.")))
                .andExpect(content().string(containsString("value=\"Uzstādīs laternas\"")))
                .andExpect(content().string(containsString("value=\"daudz\"")));
        assertThat(commitments.get(lamps).state()).isEqualTo(CommitmentState.RECORDING);
        mvc.perform(recording(call)).andExpect(redirectedUrl(page));

        mvc.perform(recording(call)
                        .param("councilOn", "2027-03-25")
                        .param("link", "https://preili.example/lemums/17")
                        .param("decision-" + lamps, "FOLLOW")
                        .param("what-" + lamps, "Uzstādīs laternas")
                        .param("amount-" + lamps, "12 500,50")
                        .param("year-" + lamps, "2027")
                        .param("decision-" + roof, "NOTHING")
                        .param("reason-" + roof, "Jumts jau salabots."))
                .andExpect(redirectedUrl(page));
        assertThat(commitments.get(lamps).state()).isEqualTo(CommitmentState.NOT_STARTED);
        var promised = java.util.Objects.requireNonNull(commitments.get(lamps).promised());
        assertThat(promised.what()).isEqualTo("Uzstādīs laternas");
        assertThat(promised.councilOn()).isEqualTo("2027-03-25");
        assertThat(commitments.get(lamps).contactId()).isEqualTo(contact);
        assertThat(commitments.get(roof).state()).isEqualTo(CommitmentState.NOT_FOLLOWED);
        mvc.perform(get("/darbs/solijumi/" + roof + "/labot").with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(status().isNotFound());
        assertThat(commitments.get(path).state()).isEqualTo(CommitmentState.RECORDING);
        mvc.perform(get(page).with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(content().string(containsString("Pieraksta gaida 1 atbilde")))
                .andExpect(content().string(not(containsString("decision-" + lamps))));

        mvc.perform(recording(call)
                        .with(signedIn(lv.varu.account.AccountExamples.staff("LIEPAJA")))
                        .param("decision-" + path, "NOTHING")
                        .param("reason-" + path, "Svešs"))
                .andExpect(status().isFound());
        assertThat(commitments.get(path).state()).isEqualTo(CommitmentState.RECORDING);
    }

    @Test
    void asksForNoPromiseThatWaitsOneByOne() throws Exception {
        UUID[] three = {examples.begun(null), examples.begun(null), examples.begun(null)};
        UUID call = examples.inOneCall(three);
        String page = "/darbs/solijumi/pierakstit?apspriesana=" + call;
        long few = Statements.of(() ->
                mvc.perform(get(page).with(signedIn(CommitmentExamples.ELINA))).andExpect(status().isOk()));
        UUID[] ten = new UUID[10];
        for (int i = 0; i < ten.length; i++) {
            ten[i] = examples.begun(null);
        }
        examples.move(call, ten);
        assertThat(Statements.of(() -> mvc.perform(get(page).with(signedIn(CommitmentExamples.ELINA)))
                        .andExpect(content().string(containsString("Pieraksta gaida 13")))))
                .isLessThanOrEqualTo(few);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder recording(UUID call) {
        return post("/darbs/solijumi/pierakstit")
                .with(csrf())
                .with(signedIn(CommitmentExamples.ELINA))
                .param("apspriesana", call.toString())
                .param("everyMonths", "6");
    }

    @Test
    void letsAContactTellOfSeveralPromisesAtOnceWithoutAnAccount() throws Exception {
        UUID contact = examples.contact();
        UUID one = examples.followed(contact);
        UUID other = examples.followed(contact);
        examples.askOnTheSameDay(one, other);
        jobs.run(CommitmentProcess.KEY, one.toString(), "progressDue");
        String page = "/zinas/" + examples.token(contact + "@preili.example");

        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Labdien, Ilze Atbildētāja!")))
                .andExpect(content().string(containsString("state-" + one)))
                .andExpect(content().string(containsString("12\u00A0500,50\u00A0€")));

        // What is wrong is said beside its field, and nothing typed is lost.
        mvc.perform(post(page)
                        .with(csrf())
                        .param("state-" + one, "GIVEN_UP")
                        .param("words-" + other, "Darbi sākti <b>maijā</b>."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc iecere ir atmesta.")))
                .andExpect(content().string(containsString("Izvēlieties, cik tālu tas ir.")))
                .andExpect(content().string(containsString("Darbi sākti &lt;b&gt;maijā&lt;/b&gt;.")));
        assertThat(news.of(one)).isEmpty();

        mvc.perform(post(page).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(multipart(page)
                        .file(new MockMultipartFile("file-" + other, "foto.exe", "image/png", new byte[] {1, 2}))
                        .with(csrf())
                        .param("state-" + one, "DONE")
                        .param("state-" + other, "DONE"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("foto.exe")));
        assertThat(news.of(one)).isEmpty();

        mvc.perform(multipart(page)
                        .file(new MockMultipartFile("file-" + other, "foto.pdf", "application/pdf", pdf()))
                        .with(csrf())
                        .param("state-" + one, "DONE")
                        .param("state-" + other, "UNDER_WAY")
                        .param("words-" + other, "Darbi sākti maijā.")
                        .param("link-" + other, "https://preili.example/darbi"))
                .andExpect(redirectedUrl(page));
        assertThat(commitments.get(one).state()).isEqualTo(CommitmentState.DONE);
        UUID file = news.latest(other).orElseThrow().documentId();
        mvc.perform(get("/paveiktais/faili/" + file)).andExpect(status().isOk());
        mvc.perform(get(page + "?lang=en"))
                .andExpect(content().string(containsString("Darbi sākti maijā.")))
                .andExpect(content().string(not(containsString("state-" + one))));

        publicPageOf(other)
                .andExpect(content().string(containsString("Kas solīts un kas paveikts")))
                .andExpect(content().string(containsString("Uzstādīs 12 laternas Smelteru ciemā")))
                .andExpect(content().string(containsString("Darbi sākti maijā.")))
                .andExpect(content().string(containsString("/paveiktais/faili/" + file)));
    }

    private ResultActions publicPageOf(UUID id) throws Exception {
        Commitment commitment = commitments.get(id);
        String code = calls.find(commitment.callId()).orElseThrow().code();
        String receipt = proposals.find(commitment.proposalId()).orElseThrow().receipt();
        return mvc.perform(get("/apspriesanas/" + code + "/priekslikumi/" + receipt))
                .andExpect(status().isOk());
    }

    @Test
    void showsEverybodyWhatHasBeenDoneWithSumsAndFilters() throws Exception {
        UUID done = examples.followed(null);
        examples.begun(null);
        desk.report(done, new Progress(CommitmentState.DONE, "Laternas deg.", null, null), CommitmentExamples.ELINA);
        mvc.perform(get("/paveiktais?q=laternu&pasvaldiba=PREILI&gads=2027&stavoklis=DONE"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Laternas deg.")))
                .andExpect(content().string(containsString("Kopā solīts")));
        mvc.perform(get("/paveiktais?q=laternu&pasvaldiba=LIVANI&lang=en"))
                .andExpect(content().string(containsString("Nothing fits")));
        mvc.perform(get("/paveiktais?gads=abc&stavoklis=nav&page=x&pasvaldiba=nav"))
                .andExpect(status().isOk());
    }

    @Test
    void asksForNoRowOfTheListsOneByOne() throws Exception {
        for (int i = 0; i < 8; i++) {
            examples.followed(null);
        }
        assertThat(Statements.of(() -> mvc.perform(get("/paveiktais")).andExpect(status().isOk())))
                .isLessThanOrEqualTo(9);
        assertThat(Statements.of(() -> mvc.perform(get("/darbs/solijumi").with(signedIn(CommitmentExamples.ELINA)))
                        .andExpect(status().isOk())))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void showsStaffWhatIsLateAndLetsThemRecordAndCorrect() throws Exception {
        UUID id = examples.followed(examples.contact());
        examples.makeLate(id);
        var elina = signedIn(CommitmentExamples.ELINA);
        mvc.perform(get("/darbs/solijumi?kave=true&q=laternas").with(elina))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/darbs/solijumi/" + id)));
        mvc.perform(get("/darbs/solijumi/" + id).with(elina))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ziņas kavējas")))
                .andExpect(content().string(containsString("Ielu apgaismojums")));
        publicPageOf(id).andExpect(content().string(containsString("Pašvaldība vēl nav pastāstījusi")));

        mvc.perform(get("/darbs/solijumi/" + id + "/labot").with(elina))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12500,50")));
        mvc.perform(post("/darbs/solijumi/" + id + "/labot")
                        .with(elina)
                        .with(csrf())
                        .param("decision", "FOLLOW")
                        .param("version", String.valueOf(commitments.get(id).version()))
                        .param("what", "Laternas visā ciemā")
                        .param("amount", "daudz")
                        .param("year", "27")
                        .param("link", "javascript:alert(1)")
                        .param("everyMonths", "6")
                        .param("contact", UUID.randomUUID().toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pārbaudiet summu.")))
                .andExpect(content().string(containsString("Pārbaudiet gadu.")))
                .andExpect(content().string(containsString("Pārbaudiet saiti.")))
                .andExpect(content().string(containsString("Laternas visā ciemā")));

        mvc.perform(post("/darbs/solijumi/" + id + "/zinas")
                        .with(elina)
                        .with(csrf())
                        .param("state", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties, cik tālu tas ir.")));
        mvc.perform(post("/darbs/solijumi/" + id + "/zinas")
                        .with(elina)
                        .with(csrf())
                        .param("state", "UNDER_WAY")
                        .param("words", "Zvanīju, darbi rit."))
                .andExpect(redirectedUrl("/darbs/solijumi/" + id));
        assertThat(commitments.get(id).state()).isEqualTo(CommitmentState.UNDER_WAY);
    }

    @Test
    void asksWhyAPromiseIsFollowedAgain() throws Exception {
        UUID id = examples.followed(null);
        String page = "/darbs/solijumi/" + id;
        var elina = signedIn(CommitmentExamples.ELINA);
        mvc.perform(post(page + "/zinas").with(elina).with(csrf()).param("state", "DONE"))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(elina)).andExpect(content().string(containsString("Sekot atkal")));

        mvc.perform(post(page + "/atsakt").with(elina).with(csrf()).param("state", "GIVEN_UP"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties, cik tālu tas ir.")))
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc solījumam atkal seko.")));
        mvc.perform(post(page + "/atsakt")
                        .with(elina)
                        .with(csrf())
                        .param("state", "UNDER_WAY")
                        .param("words", "Paveikta tikai puse."))
                .andExpect(redirectedUrl(page));

        mvc.perform(get(page).with(elina)).andExpect(content().string(containsString("Pierakstīt ziņas pašiem")));
        publicPageOf(id).andExpect(content().string(containsString("Paveikta tikai puse.")));
    }

    @Test
    void showsTheAnswerBesideTheTask() throws Exception {
        UUID id = examples.begun(null);
        mvc.perform(get("/darbs/uzdevumi/" + examples.task(id, "recordPromise"))
                        .with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pašvaldības atbilde")))
                .andExpect(content().string(containsString("Vai atbildē ir solījums")))
                .andExpect(content().string(containsString("ik pēc 6 mēnešiem")));
        examples.complete(id, "recordPromise", CommitmentExamples.promise(null));
        jobs.run(CommitmentProcess.KEY, id.toString(), "progressDue");
        jobs.run(CommitmentProcess.KEY, id.toString(), "reminderDue");
        jobs.run(CommitmentProcess.KEY, id.toString(), "overdue");
        jobs.run(CommitmentProcess.KEY, id.toString(), "stillSilent");
        mvc.perform(get("/darbs/uzdevumi/" + examples.task(id, "telephone")).with(signedIn(CommitmentExamples.ELINA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kam zvanīt")));
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    }
}
