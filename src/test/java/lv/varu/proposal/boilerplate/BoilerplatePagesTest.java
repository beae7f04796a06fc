package lv.varu.proposal.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Standard answers: kept by staff and by those who answer, used for one proposal or for many. */
@VaruTest
class BoilerplatePagesTest {
    private static final String LIST = "/darbs/tipveida-atbildes";
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000029"),
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
    ProposalBook book;

    @Autowired
    JdbcClient jdbc;

    private UUID lamps;
    private UUID bus;
    private UUID bench;
    private String page;
    private String title;

    @BeforeEach
    void forwardThree() {
        Call call = journey.open("PREILI");
        var contact = journey.contact();
        lamps = journey.screened(call, "Laternas pie pieturas").proposalId();
        bus = journey.screened(call, "Autobuss svētdienās").proposalId();
        bench = journey.screened(call, "Soliņš pie skolas").proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        page = "/atbilde/" + journey.answerToken(call, contact);
        title = "Gaida rindā " + UUID.randomUUID();
    }

    @Test
    void fillsInSeveralAnswersAtOnceAndTellsWhereTheTextWasUsed() throws Exception {
        UUID text = added("M:PREILI", "Priekšlikums Nr. {{numurs}} „{{virsraksts}}” ir iekļauts gaidīšanas rindā.");

        mvc.perform(answer("batch")
                        .param("pick", lamps.toString(), bench.toString())
                        .param("outcome-batch", "NOTED")
                        .param("boilerplate-batch", text.toString())
                        .param("rationale-batch", "Paldies!"))
                .andExpect(flash().attribute("flash", startsWith("Aizpildītas 2 atbildes.")));
        mvc.perform(get(page))
                .andExpect(content().string(containsString("„Laternas pie pieturas” ir iekļauts gaidīšanas rindā.")))
                .andExpect(content().string(containsString("„Soliņš pie skolas” ir iekļauts gaidīšanas rindā.")))
                .andExpect(content().string(not(containsString("„Autobuss svētdienās” ir iekļauts"))));
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);

        mvc.perform(post(page)
                        .with(csrf())
                        .param("ready", "1")
                        .param("outcome-" + lamps, "NOTED")
                        .param("rationale-" + lamps, "Ir rindā."))
                .andExpect(flash().attribute("flash", containsString("Nosūtīta 1 atbilde")));
        mvc.perform(as(ProposalExamples.ILZE, get(LIST + "/" + text)))
                .andExpect(content().string(containsString("Izmantota 1 atbildē")))
                .andExpect(content().string(containsString("/darbs/priekslikumi/" + lamps)))
                .andExpect(content().string(not(containsString("/darbs/priekslikumi/" + bench))));
    }

    @Test
    void leavesWhatIsWrittenUnlessToldToReplaceIt() throws Exception {
        mvc.perform(answer("batch")
                        .param("pick", lamps.toString(), bus.toString())
                        .param("rationale-" + lamps, "Mans teksts.")
                        .param("rationale-batch", "Kopīgs teksts."))
                .andExpect(flash().attribute("flash", startsWith("Aizpildīta 1 atbilde. 1 palika, kā bija")));
        mvc.perform(get(page)).andExpect(content().string(containsString("Mans teksts.")));
        mvc.perform(answer("batch")
                .param("pick", lamps.toString())
                .param("batch-replace", "true")
                .param("rationale-batch", "Kopīgs teksts."));
        mvc.perform(get(page)).andExpect(content().string(not(containsString("Mans teksts."))));
    }

    @Test
    void takesOneClickFromThoseWithoutObjections() throws Exception {
        mvc.perform(answer("accept-all").param("rationale-" + bus, "Vēl domājam."))
                .andExpect(flash().attribute("flash", startsWith("Aizpildītas 2 atbildes.")));
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);

        mvc.perform(post(page).with(csrf()).param("accept", bench.toString()))
                .andExpect(flash().attribute("flash", containsString("Nosūtīta 1 atbilde")));
        assertThat(book.find(bench)).get().satisfies(sent -> {
            assertThat(sent.status()).isEqualTo(ProposalStatus.ANSWERED);
            assertThat(sent.outcome()).isEqualTo(Outcome.ACCEPTED);
        });
    }

    @Test
    void insertsBehindWhatIsTypedAndKeepsANewText() throws Exception {
        mvc.perform(post(page)
                        .with(csrf())
                        .param("keep", lamps.toString())
                        .param("title-" + lamps, title)
                        .param("rationale-" + lamps, "Laternas liek pagasts."))
                .andExpect(flash().attribute("flash", containsString(title)));
        UUID text = jdbc.sql("select id from proposal_boilerplate where title = ? and municipality = 'PREILI'"
                        + " and department = 'ROADS_AND_UTILITIES'")
                .param(title)
                .query(UUID.class)
                .single();

        mvc.perform(post(page)
                .with(csrf())
                .param("insert", bus.toString())
                .param("boilerplate-" + bus, text.toString())
                .param("rationale-" + bus, "Sākums."));
        mvc.perform(get(page)).andExpect(content().string(containsString("Sākums.\n\nLaternas liek pagasts.")));
        mvc.perform(post(page).with(csrf()).param("insert", bus.toString()).param("rationale-" + bus, "Sākums."))
                .andExpect(flash().attribute("flash", containsString("izvēlieties tipveida atbildi")));
        mvc.perform(answer("batch")).andExpect(flash().attribute("flash", containsString("Atzīmējiet vismaz vienu")));
    }

    @Test
    void refusesNamesThatNobodyCanFillIn() throws Exception {
        mvc.perform(as(ProposalExamples.ILZE, post(LIST + "/jauna"))
                        .param("owner", "P:PREILI")
                        .param("title", title)
                        .param("text", "Sveiki, {{vards}}!"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("To nevar aizpildīt: {{vards}}")))
                .andExpect(content().string(containsString("Sveiki, {{vards}}!")));
        assertThat(BoilerplateText.unknown("{{ numurs }} {{virsraksts}} {{x}} {{x}}"))
                .isEqualTo(List.of("x"));
    }

    @Test
    void showsATextFilledInBeforeItIsKept() throws Exception {
        mvc.perform(as(ProposalExamples.ILZE, post(LIST + "/jauna"))
                        .param("owner", "P:PREILI")
                        .param("title", title)
                        .param("text", "Par {{numurs}}. priekšlikumu „{{ virsraksts }}” lems dome.")
                        .param("darbiba", "apskatit"))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString("Par 12. priekšlikumu „Gājēju pāreja pie skolas” lems dome.")))
                .andExpect(content().string(containsString("{{ virsraksts }}")));
        assertThat(jdbc.sql("select count(*) from proposal_boilerplate where title = ?")
                        .param(title)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsBothTextsWhenTwoPeopleWriteAtOnce() throws Exception {
        UUID text = added("P:PREILI", "Pirmais.");
        mvc.perform(edit(text, "Otrais.", 0)).andExpect(redirectedUrl(LIST));
        mvc.perform(edit(text, "Cits teksts.", 0))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tekstu mainīja Ilze Darbiniece")))
                .andExpect(content().string(containsString("Cits teksts.")));
        mvc.perform(edit(text, "Cits teksts.", 1)).andExpect(redirectedUrl(LIST));
    }

    @Test
    void asksBeforeItDeletesAndFindsWithoutDiacritics() throws Exception {
        UUID text = added("P:PREILI", "Ļoti ātri.");
        mvc.perform(as(ProposalExamples.ILZE, get(LIST).param("q", "loti atri")))
                .andExpect(content().string(containsString(title)));
        mvc.perform(as(ProposalExamples.ILZE, get(LIST).param("q", "nekas tads")))
                .andExpect(content().string(containsString("Nekas nav atrasts")));
        mvc.perform(as(ProposalExamples.ILZE, get(LIST + "/" + text + "/dzest")))
                .andExpect(content().string(containsString("Tā vēl nav izmantota.")));
        mvc.perform(as(ProposalExamples.ILZE, post(LIST + "/" + text + "/dzest")))
                .andExpect(redirectedUrl(LIST));
        mvc.perform(as(ProposalExamples.ILZE, get(LIST + "/" + text))).andExpect(status().isNotFound());
    }

    @Test
    void isKeptByThoseItBelongsTo() throws Exception {
        UUID own = added("P:PREILI", "Pašu teksts.");
        UUID municipal = added("M:PREILI", "Novada teksts.");
        mvc.perform(as(ELSEWHERE, get(LIST + "/" + own))).andExpect(status().isNotFound());
        mvc.perform(as(ELSEWHERE, get(LIST + "/" + municipal)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<textarea"))));
        mvc.perform(as(ELSEWHERE, post(LIST + "/" + municipal + "/dzest"))).andExpect(status().isForbidden());
    }

    private UUID added(String owner, String text) throws Exception {
        mvc.perform(as(ProposalExamples.ILZE, post(LIST + "/jauna"))
                        .param("owner", owner)
                        .param("title", title)
                        .param("text", text))
                .andExpect(redirectedUrl(LIST));
        return jdbc.sql("select id from proposal_boilerplate where title = ? order by changed_at desc limit 1")
                .param(title)
                .query(UUID.class)
                .single();
    }

    private MockHttpServletRequestBuilder edit(UUID id, String text, int version) {
        return as(ProposalExamples.ILZE, post(LIST + "/" + id))
                .param("owner", "P:PREILI")
                .param("title", title)
                .param("text", text)
                .param("version", String.valueOf(version));
    }

    private MockHttpServletRequestBuilder answer(String button) {
        return post(page).with(csrf()).param(button, "1");
    }

    private ProposalStatus statusOf(UUID id) {
        return book.find(id).orElseThrow().status();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        SignedIn.PersonHolder holder = () -> person;
        var token = new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name());
        return request.with(SecurityMockMvcRequestPostProcessors.authentication(token))
                .with(csrf());
    }
}
