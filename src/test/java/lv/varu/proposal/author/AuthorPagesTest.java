package lv.varu.proposal.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalPeople;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What authors do by the link that follows their proposal. */
@VaruTest
class AuthorPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProposalPeople people;

    @Autowired
    Trail trail;

    @Test
    void clarifiesOnThePageBehindTheLetter() throws Exception {
        var receipt = asked("Laternas pie pieturas", "Pie kuras pieturas?");
        var page = page(receipt, "/precizet");
        assertThat(examples.texts("proposal:" + receipt.proposalId()))
                .anySatisfy(text -> assertThat(text).contains("> Pie kuras pieturas?", "/precizet"));
        mvc.perform(get(follow(receipt)))
                .andExpect(content().string(containsString("Jums: precizēt priekšlikumu")))
                .andExpect(content().string(containsString(page)))
                .andExpect(content().string(containsString("Kā aprēķināts:")));
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"))
                .andExpect(content().string(containsString("Pie kuras pieturas?")))
                .andExpect(content().string(containsString("Vakaros skolēni no autobusa")));

        mvc.perform(post(page).with(csrf()).param("title", "").param("text", "Pie Rožupes pieturas."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ierakstiet priekšlikuma virsrakstu.")))
                .andExpect(content().string(containsString("Pie Rožupes pieturas.")));
        mvc.perform(post(page)
                        .with(csrf())
                        .param("title", "Laternas pie Rožupes pieturas")
                        .param("text", "Pie Rožupes pieturas,\r\nabās ceļa pusēs."))
                .andExpect(redirectedUrl(follow(receipt)))
                .andExpect(flash().attribute("flash", "Paldies! Precizējums ir nosūtīts."));
        mvc.perform(get(follow(receipt)))
                .andExpect(content().string(containsString("Laternas pie Rožupes pieturas")))
                .andExpect(content().string(containsString("Partnerībai: priekšlikumu izskata")));

        mvc.perform(get(page)).andExpect(content().string(containsString("Jūsu precizējums ir saņemts.")));
        mvc.perform(post(page).with(csrf()).param("title", "Vēlreiz").param("text", "Vēlreiz"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Precizēt vairs nevajag")));
        assertThat(trail.of(Proposal.keyOf(receipt.proposalId()), Pageable.ofSize(20))
                        .getContent())
                .filteredOn(entry -> entry.action().equals("proposal.clarified"))
                .singleElement()
                .extracting(TrailEntry::toString)
                .asString()
                .contains("Laternas pie pieturas", "Laternas pie Rožupes pieturas");
    }

    @Test
    void tellsAndErasesWhatAnAuthorWroteBefore() throws Exception {
        var email = "anna" + UUID.randomUUID() + "@epasts.example";
        var receipt = asked("Laternas", "Kur?");
        jdbc.sql("update proposal_submitter set email = ? where proposal_id = ?")
                .params(email, receipt.proposalId())
                .update();
        mvc.perform(post(page(receipt, "/precizet"))
                        .with(csrf())
                        .param("title", "Laternas pie skolas")
                        .param("text", "Pie vārtiem."))
                .andExpect(status().isFound());
        mvc.perform(post(page(receipt, "/atsaukt")).with(csrf()).param("reason", "Pārcēlos prom."))
                .andExpect(status().isFound());
        var found = people.find(email);
        assertThat(found).singleElement().asString().contains("Vakaros skolēni no autobusa", "Pārcēlos prom.");
        journey.in(() -> {
            people.erase(email, found);
            return true;
        });
        assertThat(jdbc.sql("select count(*) from proposal_version where proposal_id = ?")
                        .param(receipt.proposalId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select withdrawal_reason is null from proposal where id = ?")
                        .param(receipt.proposalId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void asksNobodyToClarifyWhatWasNeverAsked() throws Exception {
        var receipt = journey.confirmed(journey.open("PREILI"), "Skaidrs");
        mvc.perform(get(page(receipt, "/precizet"))).andExpect(status().isNotFound());
    }

    @Test
    void withdrawsAfterAskingOnce() throws Exception {
        var call = journey.open("PREILI");
        var contact = journey.contact();
        var receipt = journey.screened(call, "Laternas, ko jau uzlika");
        journey.forwarded(call, Map.of());
        mvc.perform(get(follow(receipt))).andExpect(content().string(containsString("/atsaukt")));
        var page = page(receipt, "/atsaukt");
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Vai tiešām atsaukt priekšlikumu?")))
                .andExpect(content().string(containsString("Priekšlikums jau ir pašvaldībā.")));
        mvc.perform(post(page).with(csrf()).param("reason", "x".repeat(2001)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Teksts ir par garu.")));
        mvc.perform(post(page).with(csrf()).param("reason", "Laternas jau deg."))
                .andExpect(redirectedUrl(follow(receipt)))
                .andExpect(flash().attribute("flash", "Priekšlikums ir atsaukts."));

        mvc.perform(get(follow(receipt)))
                .andExpect(content().string(containsString("Priekšlikums ir atsaukts")))
                .andExpect(content().string(not(containsString("/atsaukt"))));
        mvc.perform(post(page).with(csrf())).andExpect(status().isConflict());
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi"))
                .andExpect(content().string(not(containsString("Laternas, ko jau uzlika"))));
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Priekšlikums ir atsaukts")))
                .andExpect(content().string(not(containsString("Laternas, ko jau uzlika"))));
        mvc.perform(get("/atbilde/" + journey.answerToken(call, contact)))
                .andExpect(content().string(not(containsString("Laternas, ko jau uzlika"))));
    }

    @Test
    void doesNotWithdrawWhatIsNotConfirmedOrAtItsEnd() throws Exception {
        var receipt = journey.submitted(journey.open("PREILI"), "Vēl nav");
        mvc.perform(get(page(receipt, "/atsaukt")))
                .andExpect(content().string(containsString("Priekšlikums vēl nav apstiprināts.")));
        mvc.perform(post(page(receipt, "/atsaukt")).with(csrf())).andExpect(status().isConflict());
        journey.screened(journey.confirmed(receipt), "Nav par šo dokumentu.");
        mvc.perform(post(page(receipt, "/atsaukt")).with(csrf())).andExpect(status().isConflict());
    }

    @Test
    void triesAgainWithWhatWasDeclined() throws Exception {
        var call = journey.open("PREILI");
        var declined = journey.screened(journey.confirmed(call, "Laternas"), "Nav skaidrs, kur.");
        var form = "/apspriesanas/" + call.code() + "/priekslikums";
        assertThat(examples.texts("proposal:" + declined.proposalId()))
                .anySatisfy(text -> assertThat(text).contains("> Nav skaidrs, kur.", form + "?labojums="));
        mvc.perform(get(follow(declined)))
                .andExpect(content().string(containsString(form + "?labojums=" + declined.trackingToken())));
        mvc.perform(get(form).param("labojums", declined.trackingToken()))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(content().string(containsString("Nav skaidrs, kur.")))
                .andExpect(content().string(containsString("Vakaros skolēni no autobusa")))
                .andExpect(content().string(containsString("anna@epasts.example")));

        var key = UUID.randomUUID().toString();
        var sent = again(form, key, declined);
        mvc.perform(sent).andExpect(status().isFound());
        mvc.perform(again(form, key, declined)).andExpect(status().isFound());
        var better = book.of(call.id(), List.of(ProposalStatus.RECEIVED));
        // The address is known, so nobody has to confirm it again; and it came once.
        assertThat(better)
                .singleElement()
                .satisfies(view -> assertThat(view.title()).isEqualTo("Laternas pie Rožupes pieturas"));
        assertThat(actions(declined)).contains("proposal.declined", "proposal.resubmitted");
        mvc.perform(get(follow(declined))).andExpect(content().string(not(containsString("labojums="))));
    }

    @Test
    void goesItsOwnWayWhenItsBetterVersionComesAfterTheEnd() throws Exception {
        var call = journey.open("PREILI");
        journey.contact();
        var declined = journey.screened(journey.confirmed(call, "Laternas"), "Nav skaidrs, kur.");
        var other = journey.screened(call, "Cits");
        journey.forwarded(journey.close(call), Map.of());
        assertThat(book.find(other.proposalId()).orElseThrow().status()).isEqualTo(ProposalStatus.FORWARDED);
        var form = "/apspriesanas/" + call.code() + "/priekslikums";
        mvc.perform(again(form, UUID.randomUUID().toString(), declined)).andExpect(status().isFound());
        var better = book.of(call.id(), List.of(ProposalStatus.RECEIVED)).get(0);
        journey.screened(better.id());
        assertThat(book.find(better.id()).orElseThrow().status()).isEqualTo(ProposalStatus.FORWARDED);
        assertThat(examples.letters("proposal:" + better.id())).contains("proposal.letter.requested");

        jdbc.sql("update proposal set screened_at = screened_at - interval '20 days' where id = ?")
                .param(declined.proposalId())
                .update();
        jdbc.sql("update proposal set improves_id = null where id = ?")
                .param(better.id())
                .update();
        mvc.perform(get(form).param("labojums", declined.trackingToken()))
                .andExpect(content().string(containsString("Priekšlikumu pieņemšana ir beigusies")));
        mvc.perform(again(form, UUID.randomUUID().toString(), declined))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Laternas pie Rožupes pieturas")));
    }

    @Test
    void sendsANewLinkToTheAuthorAndTellsNobodyElseAnything() throws Exception {
        var email = "anna" + UUID.randomUUID() + "@epasts.example";
        var receipt = journey.confirmed(journey.open("PREILI"), "Pazudusi saite");
        jdbc.sql("update proposal_submitter set email = ? where proposal_id = ?")
                .params(email, receipt.proposalId())
                .update();
        mvc.perform(get("/priekslikums/saite")).andExpect(status().isOk());
        mvc.perform(post("/priekslikums/saite").with(csrf()).param("email", "nav adrese"))
                .andExpect(content().string(containsString("Pārbaudiet e-pasta adresi")))
                .andExpect(content().string(containsString("nav adrese")));
        var known = said(email.toUpperCase(Locale.ROOT));
        assertThat(said("svess@epasts.example")).isEqualTo(known);
        said(email);
        assertThat(examples.letters("proposal:" + receipt.proposalId())).containsOnlyOnce("proposal.letter.freshLink");
        var link = examples.token("proposal:" + receipt.proposalId(), "/priekslikums/");
        assertThat(link).isNotEqualTo(receipt.trackingToken());
        mvc.perform(get("/priekslikums/" + link)).andExpect(content().string(containsString("Pazudusi saite")));
        assertThat(actions(receipt)).containsOnlyOnce("proposal.freshLink");
    }

    private String said(String email) throws Exception {
        return mvc.perform(post("/priekslikums/saite").with(csrf()).param("email", email))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s)<form.*?</form>|nonce=\"[^\"]*\"", "");
    }

    @Test
    void offersTheContactANewLinkWhenTheOldOneHasEnded() throws Exception {
        var call = journey.open("PREILI");
        var contact = journey.contact();
        journey.screened(call, "Vēl gaida");
        journey.forwarded(call, Map.of());
        var token = journey.answerToken(call, contact);
        jdbc.sql("update access_link set expires_at = now() - interval '1 day' where holder = ?")
                .param(contact.toString())
                .update();
        var page = "/atbilde/" + token + "/jauna";
        mvc.perform(get("/atbilde/" + token)).andExpect(redirectedUrl(page));
        mvc.perform(get(page)).andExpect(content().string(containsString("Atsūtīt jaunu saiti")));
        mvc.perform(post(page).with(csrf()))
                .andExpect(content().string(containsString("Vēstule ar jaunu saiti ir nosūtīta.")));
        assertThat(examples.letters("consultation:" + call.id())).contains("proposal.letter.freshAnswerLink");
        var fresh = examples.token("consultation:" + call.id(), "/atbilde/");
        mvc.perform(get("/atbilde/" + fresh)).andExpect(content().string(containsString("Vēl gaida")));
        mvc.perform(get("/atbilde/" + fresh + "/jauna")).andExpect(status().isGone());
    }

    private static MockHttpServletRequestBuilder again(String form, String key, Receipt declined) {
        return multipart(form)
                .with(csrf())
                .param("key", key)
                .param("improves", declined.trackingToken())
                .param("title", "Laternas pie Rožupes pieturas")
                .param("text", "Abās ceļa pusēs.")
                .param("topic", "ROADS")
                .param("place", "PREILI-AGLONA")
                .param("submitter.name", "Anna Ozoliņa")
                .param("submitter.email", "anna@epasts.example")
                .param("submitter.address", "Skolas iela 1, Aglona")
                .param("consents.processing", "true")
                .param("consents.forwarding", "true");
    }

    private List<String> actions(Receipt receipt) {
        return trail.of(Proposal.keyOf(receipt.proposalId()), Pageable.ofSize(50)).getContent().stream()
                .map(TrailEntry::action)
                .toList();
    }

    private Receipt asked(String title, String question) {
        var receipt = journey.confirmed(journey.open("PREILI"), title);
        return journey.asked(receipt, question);
    }

    private static String follow(Receipt receipt) {
        return "/priekslikums/" + receipt.trackingToken();
    }

    private static String page(Receipt receipt, String page) {
        return follow(receipt) + page;
    }
}
