package lv.varu.proposal.author;

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
import java.util.Map;
import lv.varu.VaruTest;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@VaruTest
class RatingPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalBook book;

    Call call;
    Receipt receipt;
    String page;

    @BeforeEach
    void receiveOne() {
        call = journey.open("PREILI");
        receipt = journey.confirmed(call, "Laternas pie pieturas");
        page = receipt.trackingUrl().getPath();
    }

    private void publish() {
        var contact = journey.contact();
        journey.screened(receipt, null);
        journey.forwarded(call, Map.of());
        journey.answered(
                call, contact, Map.of(receipt.proposalId(), new Reply(Outcome.REJECTED, null, "Naudas šogad nav.")));
        journey.published(call);
    }

    @Test
    void asksTheAuthorOnceAndTakesAnotherMind() throws Exception {
        publish();
        mvc.perform(get(page + "?vertejums=4"))
                .andExpect(content().string(containsString("Vai šī atbilde Jums noder?")))
                .andExpect(content().string(containsString("value=\"4\" checked=\"checked\"")));

        rate("2", "Nesapratu").andExpect(redirectedUrl(page));
        rate("5", "").andExpect(redirectedUrl(page));

        mvc.perform(get(page))
                .andExpect(content().string(containsString("Jūsu vērtējums ir saņemts")))
                .andExpect(content().string(containsString("value=\"5\" checked=\"checked\"")))
                .andExpect(content().string(not(containsString("Nesapratu"))));
        assertThat(book.satisfaction(call.id()).counts()).isEqualTo(List.of(0L, 0L, 0L, 0L, 1L));
    }

    @Test
    void saysWhatLacksAndKeepsWhatWasTyped() throws Exception {
        publish();
        mvc.perform(post(page + "/vertejums").with(csrf()).param("comment", "Gara doma"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties vienu no pieciem vērtējumiem")))
                .andExpect(content().string(containsString("Gara doma")));
        mvc.perform(post(page + "/vertejums").with(csrf()).param("score", "7"))
                .andExpect(content().string(containsString("Izvēlieties vienu no pieciem vērtējumiem")));
        assertThat(book.satisfaction(call.id()).ratings()).isZero();
    }

    @Test
    void asksNothingBeforeTheAnswer() throws Exception {
        mvc.perform(get(page)).andExpect(content().string(not(containsString("Vai šī atbilde Jums noder?"))));
        rate("5", "").andExpect(status().isConflict());
        assertThat(book.satisfaction(call.id()).ratings()).isZero();
    }

    @Test
    void asksNothingWhereThereIsNoAnswer() throws Exception {
        journey.screened(receipt, null);
        journey.forwarded(call, Map.of(receipt.proposalId(), "Neattiecas uz šo dokumentu."));
        journey.published(call);

        mvc.perform(get(page))
                .andExpect(content().string(containsString("Neattiecas uz šo dokumentu.")))
                .andExpect(content().string(not(containsString("Vai šī atbilde Jums noder?"))));
        rate("1", "").andExpect(status().isConflict());
        assertThat(book.satisfaction(call.id()).ratings()).isZero();
    }

    @Test
    void tellsTheAuthorInTheLetterThatTheirViewIsWanted() {
        publish();
        assertThat(examples.texts("proposal:" + receipt.proposalId()))
                .anyMatch(text -> text.contains("ar vienu klikšķi pateikt, vai atbilde Jums noder"));
    }

    @Test
    void showsNoFiguresOfAFew() {
        assertThat(new Satisfaction(List.of(1L, 0L, 0L, 2L, 1L)).isSuppressed()).isTrue();
        var enough = new Satisfaction(List.of(1L, 0L, 0L, 2L, 2L));
        assertThat(enough.isSuppressed()).isFalse();
        assertThat(enough.average()).isEqualTo(3.8);
        assertThat(enough.percentContent()).isEqualTo(80);
    }

    private org.springframework.test.web.servlet.ResultActions rate(String score, String comment) throws Exception {
        return mvc.perform(
                post(page + "/vertejums").with(csrf()).param("score", score).param("comment", comment));
    }
}
