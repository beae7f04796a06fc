package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.SignedIn;
import lv.varu.document.Document;
import lv.varu.proposal.answer.AnswerFiles;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Files of the answer that the partnership gives itself. */
@VaruTest
class OwnAnswerFilesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    StandingCalls standing;

    @Autowired
    TaskDesk tasks;

    @Autowired
    ProposalBook book;

    @Autowired
    AnswerFiles files;

    @Test
    void attachesFilesAndSaysBesideTheFieldWhichCannotBeTaken() throws Exception {
        Call call = standing.ownHosted();
        UUID id = journey.screened(call, "Laternas pie pieturas").proposalId();
        journey.forwarded(call, Map.of());
        String task = "/darbs/uzdevumi/" + tasks.open(Proposal.keyOf(id)).get(0).id();
        mvc.perform(signedIn(get(task))).andExpect(content().string(containsString("enctype=\"multipart/form-data\"")));
        mvc.perform(signedIn(answer(task, "tame.exe")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"files-error\"")))
                .andExpect(content().string(containsString("tame.exe: ")))
                .andExpect(content().string(containsString("Iestrādāsim nākamgad.")));
        assertThat(book.find(id).orElseThrow().status()).isEqualTo(ProposalStatus.ANSWERING);
        mvc.perform(signedIn(answer(task, "tame.txt"))).andExpect(status().isFound());
        assertThat(files.of(id)).extracting(Document::fileName).containsExactly("tame.txt");
    }

    private static MockHttpServletRequestBuilder answer(String task, String file) {
        return multipart(task)
                .file(new MockMultipartFile("files", file, "text/plain", "Tāme".getBytes(StandardCharsets.UTF_8)))
                .param("outcome", "NOTED")
                .param("route", "")
                .param("rationale", "Iestrādāsim nākamgad.");
    }

    private static MockHttpServletRequestBuilder signedIn(MockHttpServletRequestBuilder request) {
        SignedIn.PersonHolder holder = () -> ProposalExamples.ILZE;
        return request.with(authentication(new TestingAuthenticationToken(holder, "", "ROLE_STAFF")))
                .with(csrf());
    }
}
