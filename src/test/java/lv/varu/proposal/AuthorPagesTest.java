package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import lv.varu.VaruTest;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.MockMvc;

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
