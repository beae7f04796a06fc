package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A step of a proposal that fails again and again, and the page on which an administrator finds it. */
@VaruTest
@Import(Statements.class)
class BrokenStepsTest {
    private static final String PAGE = "/darbs/admin/kludainie-darbi";

    @Autowired
    ProposalExamples examples;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Trail trail;

    @Autowired
    MockMvc mvc;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void mend() {
        made.forEach(id -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test")));
    }

    @Test
    void showsAStepThatFailedUntilItIsTriedAgain() throws Exception {
        UUID id = broken("Laternas kapu kalnā");
        page("").andExpect(content().string(containsString("Laternas kapu kalnā")))
                .andExpect(content().string(containsString(">Priekšlikums<")))
                .andExpect(content().string(containsString(jobOf(id))))
                .andExpect(content().string(containsString("/darbs/priekslikumi/" + id)));
        mvc.perform(get("/darbs").with(AccountExamples.signedIn(AccountExamples.administrator())))
                .andExpect(content().string(containsString("gaida Jūsu lēmumu")));

        mvc.perform(post(PAGE + "/" + jobOf(id) + "/meginat")
                        .with(AccountExamples.signedIn(AccountExamples.administrator()))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));

        page("kapu kalnā").andExpect(content().string(containsString("Nekas nav atrasts")));
        assertThat(trail.of(Proposal.keyOf(id), PageRequest.of(0, 20)).map(TrailEntry::action))
                .contains("task.stepTriedAgain");
        examples.become(id, ProposalStatus.UNCONFIRMED);
        jobs.executeJob(jobOf(id));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count())
                .isZero();
    }

    @Test
    void triesOnlyThoseAgainThatTheSearchFinds() throws Exception {
        UUID wanted = broken("Zvanu tornis");
        UUID other = broken("Ūdenstornis");

        mvc.perform(post(PAGE + "/meginat")
                        .param("q", "zvanu")
                        .with(AccountExamples.signedIn(AccountExamples.administrator()))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));

        page("").andExpect(content().string(containsString("Ūdenstornis")))
                .andExpect(content().string(not(containsString("Zvanu tornis"))));
        assertThat(jobs.createJobQuery().jobId(jobOf(wanted)).singleResult().getRetries())
                .isEqualTo(1);
        assertThat(jobs.createJobQuery().jobId(jobOf(other)).singleResult().getRetries())
                .isZero();
    }

    @Test
    void asksNothingForEachRow() throws Exception {
        broken("Pirmais solis");
        page("");
        long one = Statements.of(() -> page(""));
        for (int i = 0; i < 5; i++) {
            broken("Solis " + i);
        }

        assertThat(Statements.of(() -> page(""))).isLessThanOrEqualTo(one);
    }

    /** Its erasure fails, for it is already screened. */
    private UUID broken(String title) {
        Submitter anna = new Submitter("Anna", UUID.randomUUID() + "@example.org", null, null, null, false);
        Receipt receipt = intakeDesk.submit(
                ProposalExamples.submission(examples.open().code(), title, anna), ProposalExamples.key());
        UUID id = receipt.proposalId();
        made.add(id);
        examples.become(id, ProposalStatus.SCREENED);
        String job = jobOf(id);
        while (jobs.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThat(catchThrowable(() -> jobs.executeJob(job))).isNotNull();
        }
        return id;
    }

    private String jobOf(UUID id) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult().getId();
    }

    private ResultActions page(String words) throws Exception {
        return mvc.perform(get(PAGE).param("q", words).with(AccountExamples.signedIn(AccountExamples.administrator())));
    }
}
