package lv.varu.proposal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.directory.Contacts;
import lv.varu.mail.PostedLetters;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reply;
import lv.varu.proposal.dialogue.DialogueNews;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Turns of the wait for an answer, as the contact and staff take them on their pages. */
@VaruTest
class AnswerTurnsPagesTest {
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000039"),
            "Jānis Kaimiņš",
            "janis.k@example.org",
            Role.STAFF,
            "KAIMINI",
            Locale.forLanguageTag("lv"));

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalBook book;

    @Autowired
    Contacts contacts;

    @Autowired
    TaskDesk tasks;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    DialogueNews news;

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
    void passesAProposalOnToAColleagueNobodyKnewYet() throws Exception {
        String email = "kolege" + UUID.randomUUID() + "@preili.example";
        mvc.perform(post(page + "/kolegim")
                        .with(csrf())
                        .param("proposals", lamps.toString())
                        .param("colleague", "new")
                        .param("name", "Vija Kolēģe")
                        .param("email", email)
                        .param("remark", "Tas ir par Tavām laternām."))
                .andExpect(redirectedUrl(page));

        UUID colleague = contacts.findByEmail(email).orElseThrow().id();
        assertThat(book.find(lamps).orElseThrow().contactId()).isEqualTo(colleague);
        assertThat(book.find(bus).orElseThrow().contactId()).isEqualTo(contact);
        mvc.perform(get(page)).andExpect(content().string(not(containsString("Laternas pie pieturas"))));
        String own = "/atbilde/" + journey.answerToken(call, colleague);
        mvc.perform(get(own)).andExpect(content().string(containsString("Laternas pie pieturas")));
        assertThat(examples.texts("proposal:" + lamps))
                .anyMatch(text -> text.contains("Tas ir par Tavām laternām."))
                .anyMatch(text -> text.contains("nodeva kolēģim: Vija Kolēģe"));
        assertThat(trailOf(lamps)).contains("proposal.passedOn");
    }

    @Test
    void sendsNothingToStrangers() throws Exception {
        mvc.perform(post(page + "/kolegim")
                        .with(csrf())
                        .param("proposals", lamps.toString())
                        .param("colleague", "new")
                        .param("name", "Kāds Svešais")
                        .param("email", "svesais@citur.example")
                        .param("remark", "Lūdzu"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Adresei jābeidzas ar @preili.example")))
                .andExpect(content().string(containsString("svesais@citur.example")))
                .andExpect(content().string(containsString("Lūdzu")));
        mvc.perform(post(page + "/kolegim")
                        .with(csrf())
                        .param("colleague", UUID.randomUUID().toString()))
                .andExpect(content().string(containsString("Atzīmējiet vismaz vienu priekšlikumu")))
                .andExpect(content().string(containsString("Izvēlieties, kam nodot")));
        assertThat(book.find(lamps).orElseThrow().contactId()).isEqualTo(contact);
    }

    @Test
    void asksTheManagerForMoreDays() throws Exception {
        var due = Objects.requireNonNull(book.find(lamps).orElseThrow().dueOn());
        var until = calendar.plusWorkingDays(due, 5);
        mvc.perform(post(page + "/vairak-dienu")
                        .with(csrf())
                        .param("proposals", lamps.toString(), bus.toString())
                        .param("until", "")
                        .param("reason", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("error-summary")));
        mvc.perform(post(page + "/vairak-dienu")
                        .with(csrf())
                        .param("proposals", lamps.toString(), bus.toString())
                        .param("until", until.toString())
                        .param("reason", "Inženieris ir atvaļinājumā."))
                .andExpect(redirectedUrl(page));
        assertThat(tasks.open(Proposal.keyOf(lamps)))
                .anyMatch(task -> task.taskKey().equals("decideMoreDays"));
        mvc.perform(post(page + "/vairak-dienu")
                        .with(csrf())
                        .param("proposals", lamps.toString())
                        .param("until", until.toString())
                        .param("reason", "Vēlreiz."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("jau gaida lēmumu")));
    }

    @Test
    void letsStaffChooseAnotherContact() throws Exception {
        UUID other = journey.contact();
        String address = "/darbs/priekslikumi/" + lamps + "/cits-atbildetajs";
        mvc.perform(as(ProposalExamples.ILZE, post(address)).param("contact", "nav"))
                .andExpect(content().string(containsString("Izvēlieties, kam nodot")));
        mvc.perform(as(ELSEWHERE, get(address))).andExpect(status().isForbidden());
        mvc.perform(as(ProposalExamples.ILZE, post(address)).param("contact", other.toString()))
                .andExpect(redirectedUrl("/darbs/priekslikumi/" + lamps));
        assertThat(book.find(lamps).orElseThrow().contactId()).isEqualTo(other);
    }

    @Test
    void letsStaffAskAgainBeforeTheAnswerIsPublic() throws Exception {
        journey.answered(call, contact, Map.of(lamps, new Reply(Outcome.NOTED, null, "Zinām.")));
        String address = "/darbs/priekslikumi/" + lamps + "/jautat-velreiz";
        mvc.perform(as(ProposalExamples.ILZE, post(address)).param("question", " "))
                .andExpect(content().string(containsString("Uzrakstiet jautājumu")))
                .andExpect(content().string(containsString("Zinām.")));
        mvc.perform(as(ProposalExamples.ILZE, post(address)).param("question", "Kad laternas būs?"))
                .andExpect(redirectedUrl("/darbs/priekslikumi/" + lamps));
        assertThat(book.find(lamps).orElseThrow().status()).isEqualTo(ProposalStatus.FORWARDED);
        assertThat(examples.texts("proposal:" + lamps)).anyMatch(text -> text.contains("Kad laternas būs?"));
    }

    @Test
    void letsAllThreeTalkAndTellsTheOthersOnceAnHour() throws Exception {
        String author = receipt.trackingUrl().getPath() + "/saruna";
        String staff = "/darbs/priekslikumi/" + lamps + "/saruna";
        String municipality = page + "/saruna/" + lamps;
        mvc.perform(post(municipality).with(csrf()).param("text", "Kurā ielas pusē?"))
                .andExpect(redirectedUrl(municipality));
        mvc.perform(post(author).with(csrf()).param("text", "Pie veikala.")).andExpect(redirectedUrl(author));
        mvc.perform(as(ProposalExamples.ILZE, post(staff)).param("text", "Paldies abiem!"))
                .andExpect(redirectedUrl(staff));
        mvc.perform(post(author).with(csrf()).param("text", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Uzrakstiet ziņu")));
        for (MockHttpServletRequestBuilder reader :
                List.of(get(author), get(municipality), as(ProposalExamples.ILZE, get(staff)))) {
            mvc.perform(reader)
                    .andExpect(content().string(containsString("Kurā ielas pusē?")))
                    .andExpect(content().string(containsString("Pie veikala.")))
                    .andExpect(content().string(containsString("Paldies abiem!")));
        }

        news.tell();
        news.tell();

        assertThat(letters.about("proposal:" + lamps, "proposal.letter.dialogue"))
                .extracting(letter -> letter.email() + " " + letter.text())
                .hasSize(3)
                .anyMatch(text -> text.startsWith("anna@epasts.example")
                        && text.contains("Kurā ielas pusē?")
                        && !text.contains("Pie veikala."))
                .anyMatch(text ->
                        text.startsWith(contacts.find(contact).orElseThrow().email())
                                && text.contains("Pie veikala.")
                                && text.contains("Paldies abiem!"))
                .anyMatch(text -> text.contains("Pie veikala.") && !text.contains("Paldies abiem!"));
        assertThat(trailOf(lamps)).contains("proposal.remarkWritten");
    }

    @Test
    void keepsAConversationForThoseConcerned() throws Exception {
        String staff = "/darbs/priekslikumi/" + lamps + "/saruna";
        mvc.perform(as(ELSEWHERE, get(staff))).andExpect(status().isForbidden());
        mvc.perform(as(ELSEWHERE, post(staff)).param("text", "Sveiki")).andExpect(status().isForbidden());
        String foreign = "/atbilde/" + journey.answerToken(call, journey.contact()) + "/saruna/" + lamps;
        mvc.perform(get(foreign)).andExpect(status().isNotFound());
        mvc.perform(post(foreign).with(csrf()).param("text", "Sveiki")).andExpect(status().isNotFound());
    }

    @Test
    void endsTheConversationWhenTheAnswerIsPublic() throws Exception {
        journey.answered(
                call,
                contact,
                Map.of(
                        lamps, new Reply(Outcome.NOTED, null, "Zinām."),
                        bus, new Reply(Outcome.NOTED, null, "Zinām.")));
        journey.published(call);
        String author = receipt.trackingUrl().getPath() + "/saruna";
        mvc.perform(get(author)).andExpect(content().string(containsString("Saruna ir slēgta")));
        mvc.perform(post(author).with(csrf()).param("text", "Vēl kas?")).andExpect(status().isConflict());
    }

    private List<String> trailOf(UUID id) {
        return jdbc.sql("select action from audit_entry where chain = ?")
                .param("proposal:" + id)
                .query(String.class)
                .list();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        SignedIn.PersonHolder holder = () -> person;
        var token = new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name());
        return request.with(SecurityMockMvcRequestPostProcessors.authentication(token))
                .with(csrf());
    }
}
