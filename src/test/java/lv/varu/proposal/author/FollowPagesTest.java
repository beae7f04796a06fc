package lv.varu.proposal.author;

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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@VaruTest
class FollowPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    ProposalDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void confirmsByTheButtonNotByOpeningTheLetter() throws Exception {
        var receipt = journey.submitted(journey.open("PREILI"), "Laternas pie pieturas");
        var page = "/priekslikums/apstiprinat/" + journey.confirmToken(receipt);
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Laternas pie pieturas")))
                .andExpect(content().string(containsString("Jā, apstiprinu")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        assertThat(statusOf(receipt)).isEqualTo(ProposalStatus.UNCONFIRMED);

        var follow = Objects.requireNonNull(mvc.perform(post(page).with(csrf()))
                .andExpect(flash().attribute("flash", "Paldies! Priekšlikums ir apstiprināts un pieņemts."))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(statusOf(receipt)).isEqualTo(ProposalStatus.RECEIVED);
        mvc.perform(get(follow))
                .andExpect(content().string(containsString("Partnerībai: priekšlikumu izskata")))
                .andExpect(content().string(containsString("Kā aprēķināts:")));

        mvc.perform(get(page)).andExpect(content().string(containsString("Šis priekšlikums jau ir apstiprināts")));
        mvc.perform(post(page).with(csrf())).andExpect(status().isFound()).andExpect(flash().attributeCount(0));
    }

    @Test
    void tellsThatAnUnconfirmedProposalIsErased() throws Exception {
        var receipt = journey.submitted(journey.open("PREILI"), "Par vēlu");
        var page = "/priekslikums/apstiprinat/" + journey.confirmToken(receipt);
        journey.in(() -> {
            desk.expire(receipt.proposalId());
            return true;
        });
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Priekšlikums netika apstiprināts laikā")))
                .andExpect(content().string(not(containsString("Par vēlu"))));
        mvc.perform(post(page).with(csrf())).andExpect(status().isGone());
        mvc.perform(get(follow(receipt))).andExpect(content().string(containsString("dati ir dzēsti")));
    }

    @Test
    void opensNothingByAnUnknownForeignOrExpiredLink() throws Exception {
        var receipt = journey.submitted(journey.open("PREILI"), "Svešs");
        refused("/priekslikums/nav-tada");
        refused("/priekslikums/apstiprinat/nav-tada");
        refused("/priekslikums/" + journey.confirmToken(receipt));
        refused("/priekslikums/apstiprinat/" + receipt.trackingToken());
        jdbc.sql("update access_link set expires_at = now() - interval '1 minute' where subject = ?")
                .param(receipt.proposalId().toString())
                .update();
        refused(follow(receipt));
    }

    private void refused(String address) throws Exception {
        mvc.perform(get(address))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("Šī saite vairs nedarbojas")));
    }

    @Test
    void showsTheAuthorEveryStepUntilTheAnswer() throws Exception {
        var call = journey.open("PREILI");
        var contact = journey.contact();
        var file = new Submission.Upload("vietas.txt", "Laternu vietas".getBytes(StandardCharsets.UTF_8));
        var receipt = journey.submitted(call, "Laternas pie pieturas", List.of(file));
        var page = follow(receipt);
        shows(page, "Jums: apstipriniet priekšlikumu", "vietas.txt");
        journey.screened(journey.confirmed(receipt), null);
        shows(page, "Partnerībai: sagatavot kopīgu nostāju", "Pēdējā diena, kad citi vēl var iesniegt");
        journey.close(call);
        journey.forwarded(call, Map.of());
        shows(page, "Pašvaldībai: atbildēt uz priekšlikumu", "darbdienas no");
        jdbc.sql("update proposal set late_since = current_date, next_on = final_on where id = ?")
                .param(receipt.proposalId())
                .update();
        shows(page, "Kavējas", "Pašvaldībai bija jāatbild līdz");
        var reply = new Reply(Outcome.REJECTED, null, "Pieturu šogad pārceļ.");
        journey.answered(call, contact, Map.of(receipt.proposalId(), reply));
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Partnerībai: pārskatīt un publicēt atbildi")))
                .andExpect(content().string(not(containsString("Pieturu šogad"))));
        journey.published(call);
        shows(page, "Pieturu šogad pārceļ.", "Preiļu novada pašvaldība, Ceļi un komunālā saimniecība", "Noraidīts");
    }

    @Test
    void tellsTheAuthorWhyAProposalDoesNotGoOn() throws Exception {
        var call = journey.open("PREILI");
        var declined = journey.screened(journey.confirmed(call, "Nav par šo"), "Tas ir valsts ceļš.");
        shows(follow(declined), "Priekšlikums netiek virzīts tālāk", "Tas ir valsts ceļš.");
        var leftOut = journey.screened(call, "Atkārtojas");
        journey.close(call);
        journey.forwarded(call, Map.of(leftOut.proposalId(), "To pašu prasa 3. priekšlikums."));
        journey.published(call);
        shows(follow(leftOut), "nav iekļauts partnerības nostājā", "To pašu prasa 3. priekšlikums.");
    }

    @Test
    void givesFilesToTheirAuthorOnly() throws Exception {
        var call = journey.open("PREILI");
        var file = new Submission.Upload("vietas.txt", "Laternu vietas".getBytes(StandardCharsets.UTF_8));
        var own = journey.submitted(call, "Ar failu", List.of(file));
        var other = journey.submitted(call, "Cits");
        var id = jdbc.sql("select id from document where owner = ?")
                .param("proposal:" + own.proposalId())
                .query(UUID.class)
                .single();
        mvc.perform(get(follow(own) + "/fails/" + id)).andExpect(status().isOk());
        mvc.perform(get(follow(other) + "/fails/" + id)).andExpect(status().isNotFound());
    }

    private void shows(String page, String... texts) throws Exception {
        var shown = mvc.perform(get(page)).andExpect(status().isOk());
        for (String text : texts) {
            shown.andExpect(content().string(containsString(text)));
        }
    }

    private ProposalStatus statusOf(Receipt receipt) {
        return book.find(receipt.proposalId()).orElseThrow().status();
    }

    private static String follow(Receipt receipt) {
        return "/priekslikums/" + receipt.trackingToken();
    }
}
