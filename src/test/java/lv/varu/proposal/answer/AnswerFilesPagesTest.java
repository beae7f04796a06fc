package lv.varu.proposal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
import lv.varu.audit.CaseKey;
import lv.varu.document.Document;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import lv.varu.privacy.Finding;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalPeople;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The files of an answer, from the contact who chooses them to anyone who may read them. */
@VaruTest
class AnswerFilesPagesTest {
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000041"),
            "Jānis Kaimiņš",
            "janis.f@example.org",
            Role.STAFF,
            "KAIMINI",
            Locale.forLanguageTag("lv"));

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    ProposalPeople people;

    @Autowired
    AnswerFiles files;

    @Autowired
    PostedLetters letters;

    @Autowired
    JdbcClient jdbc;

    private Call call;
    private UUID contact;
    private Receipt receipt;
    private UUID lamps;
    private UUID bus;
    private String page;

    @BeforeEach
    void forwardTwo() {
        call = journey.open("PREILI");
        contact = journey.contact();
        receipt = journey.screened(call, "Laternas pie pieturas");
        lamps = receipt.proposalId();
        bus = journey.screened(call, "Autobuss svētdienās").proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        page = "/atbilde/" + journey.answerToken(call, contact);
    }

    @Test
    void keepsChosenFilesWithWhatIsTypedUntilTheAnswerIsSent() throws Exception {
        mvc.perform(form("save").file(text(lamps, "tame.txt")).param("rationale-" + lamps, "Tāme pielikumā."))
                .andExpect(status().isFound());
        Document file = only(lamps);
        mvc.perform(get(page))
                .andExpect(content().string(containsString("tame.txt")))
                .andExpect(content().string(containsString("Tāme pielikumā.")));
        mvc.perform(get(page + "/fails/" + file.id())).andExpect(status().isOk());
        mvc.perform(form("detach", file.id().toString()).param("rationale-" + lamps, "Bez tāmes."))
                .andExpect(flash().attribute("flash", "Fails ir noņemts."));
        assertThat(files.of(lamps)).isEmpty();
        mvc.perform(get(page)).andExpect(content().string(containsString("Bez tāmes.")));
        assertThat(actions(lamps)).contains("proposal.answerFileAdded", "proposal.answerFileRemoved");
    }

    @Test
    void saysBesideTheFieldWhichFileIsRefusedAndSendsNothing() throws Exception {
        mvc.perform(form("all")
                        .file(text(lamps, "tame.txt"))
                        .file(new MockMultipartFile("files-" + lamps, "viruss.exe", "text/plain", new byte[] {1}))
                        .file(new MockMultipartFile("files-" + bus, "liels.txt", "text/plain", new byte[10_485_761]))
                        .param("outcome-" + lamps, "ACCEPTED")
                        .param("rationale-" + lamps, "Laternas pasūtītas.")
                        .param("outcome-" + bus, "ACCEPTED")
                        .param("rationale-" + bus, ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ne visi faili ir pievienoti")))
                .andExpect(content().string(containsString("href=\"#files-" + lamps + '"')))
                .andExpect(content().string(containsString("id=\"files-error-" + bus + '"')))
                .andExpect(content().string(containsString("viruss.exe: ")))
                .andExpect(content().string(containsString("liels.txt: ")))
                .andExpect(content().string(containsString("Laternas pasūtītas.")));
        assertThat(only(lamps).fileName()).isEqualTo("tame.txt");
        assertThat(book.find(lamps).orElseThrow().status()).isEqualTo(ProposalStatus.FORWARDED);
    }

    @Test
    void takesFiveFilesAndNoMore() throws Exception {
        MockMultipartHttpServletRequestBuilder six = form("save");
        for (int i = 1; i <= 6; i++) {
            six.file(text(lamps, "fails" + i + ".txt"));
        }
        mvc.perform(six).andExpect(content().string(containsString("fails6.txt: Pievienojiet ne vairāk kā 5 failus.")));
        assertThat(files.of(lamps)).hasSize(5);
    }

    @Test
    void putsOneFileToSeveralAnswers() throws Exception {
        mvc.perform(form("batch")
                        .file(new MockMultipartFile("files-batch", "karte.txt", "text/plain", words("Karte")))
                        .param("pick", lamps.toString(), bus.toString())
                        .param("outcome-batch", "ACCEPTED")
                        .param("rationale-batch", ""))
                .andExpect(status().isFound());
        assertThat(only(lamps).fileName()).isEqualTo("karte.txt");
        assertThat(only(bus).fileName()).isEqualTo("karte.txt");
    }

    @Test
    void showsTheFilesToNobodyBeforeTheAnswerIsPublished() throws Exception {
        mvc.perform(form("save").file(text(lamps, "tame.txt")).param("rationale-" + lamps, ""));
        UUID file = only(lamps).id();
        mvc.perform(get(work() + "/faili/" + file).with(as(ProposalExamples.ILZE)))
                .andExpect(status().isNotFound());
        send();
        mvc.perform(get(work()).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("tame.txt")));
        mvc.perform(get(work() + "/faili/" + file).with(as(ProposalExamples.ILZE)))
                .andExpect(status().isOk());
        mvc.perform(get(work() + "/faili/" + file).with(as(ELSEWHERE))).andExpect(status().isForbidden());
        mvc.perform(get(open() + "/faili/" + file)).andExpect(status().isNotFound());
        mvc.perform(get(follow() + "/fails/" + file)).andExpect(status().isNotFound());
        mvc.perform(get("/atbilde/" + journey.answerToken(call, journey.contact()) + "/fails/" + file))
                .andExpect(status().isNotFound());
        assertThat(foundFiles()).isEmpty();
    }

    @Test
    void showsTheFilesToEverybodyOnceItIs() throws Exception {
        UUID file = published();
        mvc.perform(get(open())).andExpect(content().string(containsString("tame.txt")));
        mvc.perform(get(open() + "/faili/" + file)).andExpect(status().isOk());
        mvc.perform(get(follow())).andExpect(content().string(containsString("/fails/" + file)));
        mvc.perform(get(follow() + "/fails/" + file)).andExpect(status().isOk());
        assertThat(letters.about(Proposal.keyOf(lamps)))
                .filteredOn(letter -> letter.template().startsWith("proposal.letter.published"))
                .singleElement()
                .extracting(Posted::text, STRING)
                .containsPattern("Pielikums:\\s+(- |• |– )?tame.txt: http\\S+" + open() + "/faili/" + file);
        assertThat(foundFiles()).contains("tame.txt");
    }

    @Test
    void letsStaffTakeAFileAwayForAReason() throws Exception {
        UUID file = published();
        String remove = work() + "/atbildes-faili/" + file + "/nonemt";
        mvc.perform(get(remove).with(as(ELSEWHERE))).andExpect(status().isForbidden());
        mvc.perform(post(remove).with(csrf()).with(as(ELSEWHERE)).param("reason", "Tāpat."))
                .andExpect(status().isForbidden());
        mvc.perform(get(remove).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("tame.txt")));
        mvc.perform(post(remove).with(csrf()).with(as(ProposalExamples.ILZE)).param("reason", " "))
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc fails jānoņem")));
        mvc.perform(post(remove).with(csrf()).with(as(ProposalExamples.ILZE)).param("reason", "Redzams personas kods."))
                .andExpect(redirectedUrl(work()));
        mvc.perform(get(open() + "/faili/" + file)).andExpect(status().isNotFound());
        mvc.perform(get(open())).andExpect(content().string(not(containsString("tame.txt"))));
        assertThat(actions(lamps)).contains("proposal.answerFileRemoved");
    }

    @Test
    void forgetsTheFilesWithTheAuthor() throws Exception {
        published();
        journey.in(() -> people.erase(CaseKey.of("consultation", call.id()), 100));
        assertThat(files.of(lamps)).isEmpty();
    }

    private UUID published() throws Exception {
        mvc.perform(form("save").file(text(lamps, "tame.txt")).param("rationale-" + lamps, ""));
        send();
        journey.published(call);
        return only(lamps).id();
    }

    private void send() throws Exception {
        mvc.perform(form("ready").param("outcome-" + lamps, "ACCEPTED").param("rationale-" + lamps, ""))
                .andExpect(status().isFound());
    }

    private List<String> foundFiles() {
        String email = jdbc.sql("select email from proposal_submitter where proposal_id = ?")
                .param(lamps)
                .query(String.class)
                .single();
        return people.find(email).stream()
                .filter(found -> found.id().equals(lamps.toString()))
                .flatMap(found -> found.files().stream())
                .map(Finding.File::name)
                .toList();
    }

    private Document only(UUID proposal) {
        assertThat(files.of(proposal)).hasSize(1);
        return files.of(proposal).get(0);
    }

    private List<String> actions(UUID proposal) {
        return jdbc.sql("select action from audit_entry where chain = ?")
                .param(Proposal.keyOf(proposal).toString())
                .query(String.class)
                .list();
    }

    private String work() {
        return "/darbs/priekslikumi/" + lamps;
    }

    private String open() {
        return "/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt();
    }

    private String follow() {
        return "/priekslikums/" + receipt.trackingToken();
    }

    private MockMultipartHttpServletRequestBuilder form(String button) {
        return form(button, "1");
    }

    private MockMultipartHttpServletRequestBuilder form(String button, String value) {
        MockMultipartHttpServletRequestBuilder form = multipart(page);
        form.with(csrf()).param(button, value);
        return form;
    }

    private static MockMultipartFile text(UUID proposal, String name) {
        return new MockMultipartFile("files-" + proposal, name, "text/plain", words("Tāme: 300 eiro."));
    }

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        return SecurityMockMvcRequestPostProcessors.authentication(new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name()));
    }
}
