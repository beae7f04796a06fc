package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.SignedIn;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Forms come back whole with a failure that is ours. */
@VaruTest
class NoRoomForFilesTest {
    private static final String TYPED = "Vakaros skolēni iet pa tumsu.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    StandingCalls standing;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Environment environment;

    private Path incoming;
    private Path aside;

    @BeforeEach
    void prepare() throws IOException {
        Path folder = Path.of(environment.getRequiredProperty("varu.document.folder"));
        incoming = Files.createDirectories(folder.resolve("incoming"));
        aside = folder.resolve("aside");
    }

    @AfterEach
    void empty() throws IOException {
        Files.deleteIfExists(incoming);
        Files.move(aside, incoming);
    }

    @Test
    void keepsTheAnswersOfTheMunicipalityInItsLanguage() throws Exception {
        Call call = journey.open("PREILI");
        UUID contact = journey.contact();
        UUID id = journey.screened(call, "Laternas pie pieturas").proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        fill();
        comesBack(
                send("/atbilde/" + journey.answerToken(call, contact), "files-" + id)
                        .param("all", "1")
                        .param("outcome-" + id, "ACCEPTED")
                        .param("rationale-" + id, TYPED)
                        .param("lang", "en"),
                "files-error-" + id,
                "Files cannot be accepted at the moment.");
    }

    @Test
    void keepsTheTaskOfStaff() throws Exception {
        Call call = standing.ownHosted();
        UUID id = journey.screened(call, "Laternas pie pieturas").proposalId();
        journey.forwarded(call, Map.of());
        String task = "/darbs/uzdevumi/" + tasks.open(Proposal.keyOf(id)).get(0).id();
        SignedIn.PersonHolder ilze = () -> ProposalExamples.ILZE;
        fill();
        comesBack(
                send(task, "files")
                        .param("outcome", "NOTED")
                        .param("route", "")
                        .param("rationale", TYPED)
                        .with(authentication(new TestingAuthenticationToken(ilze, "", "ROLE_STAFF"))),
                "files-error",
                "Pašlaik failus pieņemt nevar.");
        assertThat(tasks.open(Proposal.keyOf(id))).hasSize(1);
    }

    /** A file stands where the folder of what comes in should be. */
    private void fill() throws IOException {
        Files.move(incoming, aside);
        Files.createFile(incoming);
    }

    private void comesBack(MockHttpServletRequestBuilder form, String field, String why) throws Exception {
        ResultActions answer = mvc.perform(form);
        answer.andExpect(status().isInsufficientStorage())
                .andExpect(content().string(containsString("id=\"" + field + '"')))
                .andExpect(content().string(containsString("tame.txt: " + why)))
                .andExpect(content().string(containsString(TYPED)));
    }

    private static MockMultipartHttpServletRequestBuilder send(String address, String field) {
        MockMultipartHttpServletRequestBuilder form = multipart(address);
        form.file(new MockMultipartFile(field, "tame.txt", "text/plain", "Tāme".getBytes(StandardCharsets.UTF_8)))
                .with(csrf());
        return form;
    }
}
