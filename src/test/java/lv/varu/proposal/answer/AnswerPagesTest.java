package lv.varu.proposal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
class AnswerPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    JdbcClient jdbc;

    private Call call;
    private UUID lamps;
    private UUID bus;
    private UUID bench;
    private String page;

    @BeforeEach
    void forwardThree() {
        call = journey.open("PREILI");
        var contact = journey.contact();
        lamps = journey.screened(call, "Laternas pie pieturas").proposalId();
        bus = journey.screened(call, "Autobuss svētdienās").proposalId();
        bench = journey.screened(call, "Soliņš pie skolas").proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        page = "/atbilde/" + journey.answerToken(call, contact);
    }

    @Test
    void showsEverythingThatWaitsAndKeepsTheOpeningInTheTrail() throws Exception {
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Atbildēts uz 0 no 3 priekšlikumiem")))
                .andExpect(content().string(containsString("Laternas pie pieturas")))
                .andExpect(content().string(containsString("Anna Ozoliņa, Biedrība „Aglonas sētas”")))
                .andExpect(content().string(containsString("Skolas iela 1, Aglona")))
                .andExpect(content().string(not(containsString("anna@epasts.example"))))
                .andExpect(content().string(not(containsString("class=\"menu\""))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"));
        assertThat(jdbc.sql("select count(*) from audit_entry where chain = ? and action = ?")
                        .params("proposal:" + lamps, "proposal.answerPageOpened")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void savesWithoutSending() throws Exception {
        mvc.perform(fields("save").param("rationale-" + lamps, "Vēl jāpajautā elektriķim."))
                .andExpect(status().isFound())
                .andExpect(flash().attribute("flash", containsString("nekas nav nosūtīts")));
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Vēl jāpajautā elektriķim.")))
                .andExpect(content().string(containsString("Iesākts")));
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);
    }

    @Test
    void takesTheEnterKeyForSaving() throws Exception {
        mvc.perform(post(page)
                        .with(csrf())
                        .param("outcome-" + lamps, "ACCEPTED")
                        .param("rationale-" + lamps, ""))
                .andExpect(flash().attribute("flash", containsString("nekas nav nosūtīts")));
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);
    }

    @Test
    void sendsTheFinishedOnesAndKeepsTheRest() throws Exception {
        mvc.perform(fields("ready")
                        .param("outcome-" + lamps, "ACCEPTED")
                        .param("route-" + lamps, "ANNUAL_BUDGET")
                        .param("rationale-" + lamps, "")
                        .param("outcome-" + bus, "REJECTED")
                        .param("rationale-" + bus, "")
                        .param("rationale-" + bench, "Soliņu pasūtīsim."))
                .andExpect(flash().attribute("flash", "Paldies! Nosūtīta 1 atbilde; vēl gaida 2 priekšlikumi."));
        assertThat(book.find(lamps)).get().satisfies(sent -> {
            assertThat(sent.status()).isEqualTo(ProposalStatus.ANSWERED);
            assertThat(sent.route()).isEqualTo(OutcomeRoute.ANNUAL_BUDGET);
        });
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Atbildēts uz 1 no 3 priekšlikumiem")))
                .andExpect(content().string(containsString("Nosūtītās atbildes (1)")))
                .andExpect(content().string(containsString("Soliņu pasūtīsim.")));
    }

    @Test
    void saysWhatIsMissingAndLosesNothing() throws Exception {
        mvc.perform(fields("all")
                        .param("outcome-" + lamps, "ACCEPTED")
                        .param("rationale-" + lamps, "")
                        .param("outcome-" + bus, "REJECTED")
                        .param("rationale-" + bus, " ")
                        .param("rationale-" + bench, "Soliņu pasūtīsim."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pirms nosūtīt, jāpabeidz 2 atbildes")))
                .andExpect(content().string(containsString("href=\"#rationale-" + bus + '"')))
                .andExpect(content().string(containsString("href=\"#outcome-" + bench + '"')))
                .andExpect(content().string(containsString("Soliņu pasūtīsim.")));
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);
        mvc.perform(get(page)).andExpect(content().string(containsString("Soliņu pasūtīsim.")));
    }

    @Test
    void thanksWhenAllIsSentAndStillShowsIt() throws Exception {
        mvc.perform(complete()).andExpect(flash().attribute("flash", "Paldies! Nosūtītas 3 atbildes."));
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Paldies! Visas atbildes ir nosūtītas")))
                .andExpect(content().string(containsString("Pieturu pārceļ.")))
                .andExpect(content().string(not(containsString("name=\"all\""))));
        mvc.perform(complete()).andExpect(status().isFound());
    }

    @Test
    void answersOnlyWhatWaitsForTheHolder() throws Exception {
        var theirs = page;
        var other = "/atbilde/" + journey.answerToken(call, journey.contact());
        mvc.perform(get(other))
                .andExpect(content().string(containsString("Pašlaik neviens priekšlikums Jūsu atbildi negaida")));
        mvc.perform(post(other)
                        .with(csrf())
                        .param("all", "1")
                        .param("outcome-" + lamps, "ACCEPTED")
                        .param("rationale-" + lamps, ""))
                .andExpect(status().isFound());
        assertThat(statusOf(lamps)).isEqualTo(ProposalStatus.FORWARDED);
        jdbc.sql("update access_link set revoked_at = now() where subject = ?")
                .param(call.id().toString())
                .update();
        mvc.perform(get(theirs))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("Šī saite vairs nedarbojas")));
        mvc.perform(complete())
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("Šī saite vairs nedarbojas")));
    }

    @Test
    void showsTheSlowerColleagueWhatTheyWrote() throws Exception {
        mvc.perform(fields("ready").param("outcome-" + lamps, "NOTED").param("rationale-" + lamps, "Laternas būs."))
                .andExpect(status().isFound());
        mvc.perform(fields("all")
                        .param("outcome-" + lamps, "REJECTED")
                        .param("rationale-" + lamps, "Laternām nav naudas.")
                        .param("rationale-" + bus, "Par autobusu vēl jautāsim."))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Kāds jau ir atbildējis")))
                .andExpect(content().string(containsString("Laternām nav naudas.")));
        assertThat(book.find(lamps))
                .get()
                .satisfies(sent -> assertThat(sent.rationale()).isEqualTo("Laternas būs."));
        mvc.perform(get(page)).andExpect(content().string(containsString("Par autobusu vēl jautāsim.")));
    }

    private MockHttpServletRequestBuilder complete() {
        return fields("all")
                .param("outcome-" + lamps, "ACCEPTED")
                .param("rationale-" + lamps, "")
                .param("outcome-" + bus, "REJECTED")
                .param("rationale-" + bus, "Pieturu pārceļ.")
                .param("outcome-" + bench, "NOTED")
                .param("rationale-" + bench, "Zinām.");
    }

    private MockHttpServletRequestBuilder fields(String button) {
        return post(page).with(csrf()).param(button, "1");
    }

    private ProposalStatus statusOf(UUID id) {
        return book.find(id).orElseThrow().status();
    }
}
