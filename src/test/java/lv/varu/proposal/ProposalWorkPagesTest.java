package lv.varu.proposal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.document.Documents;
import lv.varu.proposal.finding.WordIndexing;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class ProposalWorkPagesTest {
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000009"),
            "Jānis Kaimiņš",
            "janis@example.org",
            Role.STAFF,
            "KAIMINI",
            Locale.forLanguageTag("lv"));

    @Autowired
    WordIndexing indexing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk desk;

    @Autowired
    ProposalBook book;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    Call call;

    @BeforeEach
    void openConsultation() {
        call = examples.open();
    }

    @Test
    void listsWhatStaffLookFor() throws Exception {
        UUID id = submit("<b>Laipa</b> pāri Dubnai", Submitter.ANONYMOUS);
        indexing.catchUp();
        open("/darbs/priekslikumi?apspriesana=" + call.id() + "&q=laipa", ProposalExamples.ILZE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/darbs/priekslikumi/" + id)))
                .andExpect(content().string(not(containsString("<b>Laipa"))))
                .andExpect(content().string(containsString("Līvānu novads")));
        open(
                        "/darbs/priekslikumi?apspriesana=" + call.id() + "&q=tilts&statuss=&pasvaldiba=&lang=en",
                        ProposalExamples.ILZE)
                .andExpect(content().string(containsString("Nothing found")));
        open("/darbs/priekslikumi?apspriesana=" + call.id(), ELSEWHERE)
                .andExpect(content().string(not(containsString(id.toString()))));
    }

    @Test
    void showsOneProposalThroughItsLife() throws Exception {
        examples.contact();
        UUID id = submit("Pāreja", ProposalExamples.ANNA);
        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        show(id, "Jāizskata", "3 darbdienas no", "Anna Bērziņa", "Izskatīt priekšlikumu");
        screen(id);
        transaction.executeWithoutResult(status -> book.forwardSome(call.id(), Map.of()));
        show(id, "10 darbdienas no", "Atbildētājs", "2 darbdienas pirms", "Nodots pašvaldībai");
        show(id, "Vēstules par šo priekšlikumu", "vēl nav piegādāta");
        jdbc.sql("update mail_letter set state = 'DELIVERED', delivered_at = now() where about = ?")
                .param("proposal:" + id)
                .update();
        show(id, "piegādāta, pēdējā");
        open("/darbs/priekslikumi/" + id + "?lang=en", ProposalExamples.ILZE).andExpect(status().isOk());
        open("/darbs/priekslikumi/" + id, ELSEWHERE).andExpect(status().isForbidden());
        open("/darbs/priekslikumi/" + UUID.randomUUID(), ProposalExamples.ILZE).andExpect(status().isNotFound());
    }

    @Test
    void putsTheProposalBesideTheFormThatScreensIt() throws Exception {
        UUID id = submit("Soliņi parkā", Submitter.ANONYMOUS);
        submit("Vēl soliņi", Submitter.ANONYMOUS);
        UUID task = tasks.open(Proposal.keyOf(id)).get(0).id();
        open("/darbs/uzdevumi/" + task, ProposalExamples.ILZE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bērni katru rītu")))
                .andExpect(content().string(containsString("Vēl soliņi")))
                .andExpect(content().string(containsString("Ko darīt ar priekšlikumu?")))
                .andExpect(content().string(containsString("adreses")));
    }

    @Test
    void givesFilesOfThisProposalOnly() throws Exception {
        var files = List.of(new Submission.Upload("plāns.txt", "Pāreja pie skolas".getBytes(StandardCharsets.UTF_8)));
        UUID id = submit("Ar failu", Submitter.ANONYMOUS, files);
        UUID other = submit("Bez faila", Submitter.ANONYMOUS);
        UUID file = documents.of(Proposal.keyOf(id)).get(0).id();
        open("/darbs/priekslikumi/" + id + "/faili/" + file, ProposalExamples.ILZE)
                .andExpect(status().isOk());
        open("/darbs/priekslikumi/" + other + "/faili/" + file, ProposalExamples.ILZE)
                .andExpect(status().isNotFound());
        open("/darbs/priekslikumi/" + id + "/faili/" + file, ELSEWHERE).andExpect(status().isForbidden());
    }

    private void show(UUID id, String... texts) throws Exception {
        var page = open("/darbs/priekslikumi/" + id, ProposalExamples.ILZE).andExpect(status().isOk());
        for (String text : texts) {
            page.andExpect(content().string(containsString(text)));
        }
    }

    private void screen(UUID id) {
        UUID task = tasks.open(Proposal.keyOf(id)).get(0).id();
        tasks.complete(
                task, Map.of("decision", "FORWARD", "topic", "ROADS", "municipality", "LIVANI"), ProposalExamples.ILZE);
    }

    private UUID submit(String title, Submitter submitter) {
        return submit(title, submitter, List.of());
    }

    private UUID submit(String title, Submitter submitter, List<Submission.Upload> files) {
        Submission plain = ProposalExamples.submission(call.code(), title, submitter);
        Submission withFiles = new Submission(
                plain.callCode(),
                plain.channel(),
                plain.language(),
                plain.title(),
                plain.text(),
                plain.topic(),
                plain.municipality(),
                null,
                null,
                null,
                submitter,
                true,
                true,
                files,
                null);
        return intakeDesk.submit(withFiles, ProposalExamples.key()).proposalId();
    }

    private ResultActions open(String path, Person person) throws Exception {
        return mvc.perform(get(path).with(as(person)));
    }

    private static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        var token = new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name());
        return SecurityMockMvcRequestPostProcessors.authentication(token);
    }
}
