package lv.varu.proposal.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@VaruTest
class SimilarPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsWhatIsThereWhileSomebodyWrites() throws Exception {
        Call call = there();
        mvc.perform(get(address(call) + "/lidzigi").param("q", "laternas pieturā"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Varbūt tas jau ir ierosināts?")))
                .andExpect(content().string(containsString("Laternas pie pieturas")))
                .andExpect(content().string(containsString("/atbalstit\"")))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get(address(call) + "/lidzigi").param("q", "bibliotēkas darba laiks"))
                .andExpect(content().string(not(containsString("Laternas"))));
        mvc.perform(get(address(call)))
                .andExpect(content().string(containsString("data-similar=\"" + address(call) + "/lidzigi\"")));
    }

    @Test
    void letsTheAuthorLookOnceBeforeSendingTheSame() throws Exception {
        Call call = there();
        mvc.perform(filled(call))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Priekšlikums vēl nav nosūtīts")))
                .andExpect(content().string(containsString("Laternas pie pieturas")))
                .andExpect(content().string(containsString("name=\"similarSeen\"")))
                .andExpect(content().string(containsString("janis@example.org")));
        assertThat(count(call)).isEqualTo(1);

        mvc.perform(filled(call).param("similarSeen", "true")).andExpect(status().is3xxRedirection());
        assertThat(count(call)).isEqualTo(2);
    }

    @Test
    void stopsNobodyWhoHasChosenFiles() throws Exception {
        Call call = there();
        mvc.perform(filled(call).file(new MockMultipartFile("files", "vieta.txt", "text/plain", "Te".getBytes())))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void showsStaffWhatIsThereWhileTheyEnter() throws Exception {
        Call call = there();
        String page = "/darbs/apspriesanas/" + call.code() + "/lidzigi-tekstam";
        mvc.perform(get(page).param("q", "laternas pieturā").with(AccountExamples.signedIn(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Laternas pie pieturas")));
        mvc.perform(get(page).with(AccountExamples.signedIn(AccountExamples.staff("KAIMINI"))))
                .andExpect(status().isForbidden());
    }

    /** A consultation with a proposal that anybody may read. */
    private Call there() {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.submitted(call, "Laternas pie pieturas");
        jdbc.sql("update proposal set status = 'SCREENED', number = nextval('proposal_number') where id = ?")
                .param(receipt.proposalId())
                .update();
        return call;
    }

    private static MockMultipartHttpServletRequestBuilder filled(Call call) {
        var request = multipart(address(call));
        request.param("title", "Laterna pie pieturas")
                .param("text", "Skolēni vakaros no autobusa uz mājām iet pa tumsu. Lūdzam laternas pie pieturas.")
                .param("topic", "ROADS")
                .param("place", "PREILI-AGLONA")
                .param("key", UUID.randomUUID().toString())
                .param("submitter.name", "Jānis Kalniņš")
                .param("submitter.email", "janis@example.org")
                .param("submitter.address", "Skolas iela 2, Preiļi")
                .param("consents.processing", "true")
                .with(csrf());
        return request;
    }

    private long count(Call call) {
        return jdbc.sql("select count(*) from proposal where call_id = ?")
                .param(call.id())
                .query(Long.class)
                .single();
    }

    private static String address(Call call) {
        return "/apspriesanas/" + call.code() + "/priekslikums";
    }
}
