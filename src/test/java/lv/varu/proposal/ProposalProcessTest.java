package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.directory.Contacts;
import lv.varu.proposal.ProposalProcess.UserTask;
import lv.varu.task.FormRefused;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks {@code processes/proposal.bpmn}; a timer fires when the test says so. */
@VaruTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalProcessTest {
    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalDesk desk;

    @Autowired
    AnswerDesk answers;

    @Autowired
    ProposalBook book;

    @Autowired
    Proposals proposals;

    @Autowired
    Intake intake;

    @Autowired
    Contacts contacts;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Trail trail;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    ModelCoverage coverage;

    @Autowired
    TransactionTemplate transaction;

    Call call;

    @BeforeEach
    void openConsultation() {
        init(engine);
        call = examples.open();
        examples.contact();
    }

    @AfterAll
    void nearlyEveryElementWasWalked() {
        assertThat(coverage.of(ProposalProcess.KEY))
                .as("not walked: %s", coverage.missing(ProposalProcess.KEY))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void goesFromTheFormToAPublishedAnswer() {
        UUID id = submit(ProposalExamples.ANNA);
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt("awaitConfirmation");
        assertThat(book.unscreened(call.id())).isEqualTo(1);

        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        assertThat(process).isWaitingAt(UserTask.screen.name());
        assertThat(status(id)).isEqualTo(ProposalStatus.RECEIVED);

        screen(id);
        assertThat(process).isWaitingAt("awaitPosition");
        assertThat(book.unscreened(call.id())).isZero();
        assertThat(book.unanswered(call.id())).isEqualTo(1);

        forward(Map.of());
        assertThat(process).isWaitingAt("reminderDue");
        assertThat(status(id)).isEqualTo(ProposalStatus.FORWARDED);

        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        assertThat(answers.open(token).waiting())
                .anySatisfy(waiting -> assertThat(waiting.proposal().id()).isEqualTo(id));
        answers.save(token, Map.of(id, new Reply(Outcome.REJECTED, null, "")));
        assertThat(answers.open(token).waiting())
                .anySatisfy(waiting -> assertThat(waiting.draft().outcome()).isEqualTo(Outcome.REJECTED));
        assertThatExceptionOfType(AnswerDesk.RepliesIncomplete.class)
                .isThrownBy(() -> answers.send(token, Map.of(id, new Reply(Outcome.REJECTED, null, ""))));
        answers.send(token, Map.of(id, new Reply(Outcome.NOTED, OutcomeRoute.ANNUAL_BUDGET, "Izskatīsim budžetā.")));
        assertThat(process)
                .isWaitingAt("awaitPublication")
                .hasPassed("answerReceived")
                .hasNotPassed("recordNoReply");
        assertThat(book.unanswered(call.id())).isZero();

        publish();
        assertThat(process).isEnded().hasPassed("publish");
        assertThat(status(id)).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(examples.letters("proposal:" + id))
                .containsExactly("proposal.letter.confirm", "proposal.letter.receipt", "proposal.letter.published");
        assertThat(actions(id))
                .contains(
                        "proposal.submitted",
                        "proposal.confirmed",
                        "proposal.registered",
                        "proposal.screened",
                        "proposal.routed",
                        "proposal.forwarded",
                        "proposal.answerPageOpened",
                        "proposal.replySaved",
                        "proposal.answered",
                        "proposal.published");
    }

    @Test
    void erasesWhatNobodyConfirmsInTime() {
        UUID id = submit(ProposalExamples.ANNA);
        ProcessInstance process = process(id);
        String token = examples.token("proposal:" + id, "/apstiprinat/");

        fire(process, "confirmationExpired");
        assertThat(process).isEnded().hasPassed("eraseUnconfirmed");
        assertThat(transaction.<Boolean>execute(status -> intake.submitter(id).isPresent()))
                .isFalse();
        ProposalView erased = book.find(id).orElseThrow();
        assertThat(erased.status()).isEqualTo(ProposalStatus.EXPIRED);
        assertThat(erased.title() + erased.text()).isEmpty();
        assertThat(entries(id))
                .filteredOn(entry -> entry.action().equals("proposal.submitted"))
                .allMatch(TrailEntry::erased);
        assertThat(examples.letters("proposal:" + id)).isEmpty();
        assertThatExceptionOfType(Proposal.Erased.class).isThrownBy(() -> desk.confirm(token));
    }

    @Test
    void confirmsTwiceWithoutHarm() {
        UUID id = submit(ProposalExamples.ANNA);
        String token = examples.token("proposal:" + id, "/apstiprinat/");
        desk.confirm(token);
        desk.confirm(token);
        assertThat(process(id)).isWaitingAt(UserTask.screen.name());
    }

    @Test
    void needsNoConfirmationWithoutAnAddress() {
        UUID id = submit(Submitter.ANONYMOUS);
        assertThat(process(id)).isWaitingAt(UserTask.screen.name()).hasNotPassed("awaitConfirmation");
        assertThat(examples.letters("proposal:" + id)).isEmpty();
        assertThat(book.find(id).orElseThrow().number()).isPositive();
    }

    @Test
    void tellsTheAuthorWhyAProposalDoesNotGoOn() {
        UUID id = received();
        ProcessInstance process = process(id);
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> complete(id, UserTask.screen, screening("DECLINE", "")))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("declineReason"));
        complete(id, UserTask.screen, screening("DECLINE", "Nav par šo dokumentu."));
        assertThat(process).isEnded().hasPassed("notifyDeclined");
        assertThat(status(id)).isEqualTo(ProposalStatus.DECLINED);
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.declined");
    }

    @Test
    void publishesWhyAProposalIsNotInThePosition() {
        UUID id = received();
        ProcessInstance process = process(id);
        screen(id);
        forward(Map.of(id, "Tas jau ir programmā."));
        assertThat(process).isWaitingAt("awaitPublication").hasNotPassed("route");
        assertThat(book.unanswered(call.id())).isZero();
        publish();
        assertThat(process).isEnded();
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.leftOut");
    }

    @Test
    void remindsEscalatesTelephonesAndRecordsSilence() {
        UUID id = received();
        UUID other = received();
        screen(id);
        screen(other);
        forward(Map.of());
        ProcessInstance process = process(id);
        ProcessInstance second = process(other);
        String consultation = "consultation:" + call.id();
        for (String timer : List.of("reminderDue", "dueDay", "overdue", "stillSilent")) {
            fire(process, timer);
            fire(second, timer);
        }
        // One letter of each kind for both proposals.
        assertThat(examples.letters(consultation))
                .containsExactly(
                        "proposal.letter.answerRequest",
                        "proposal.letter.answerReminder",
                        "proposal.letter.answerDueToday",
                        "proposal.letter.escalation");

        assertThat(examples.texts(consultation))
                .allSatisfy(text ->
                        assertThat(text).contains("\n- " + numbered(id) + "\n", "\n- " + numbered(other) + "\n"));

        assertThat(process).isWaitingAt(UserTask.telephone.name());
        complete(id, UserTask.telephone, Map.of("note", "Sola atbildēt piektdien."));
        assertThat(process).isWaitingAt("finalDate").hasPassed("markLate").hasNotPassed("telephoneExpired");
        fire(second, "telephoneExpired");
        assertThat(second).isWaitingAt("finalDate").hasPassed("telephoneExpired");
        assertThat(book.find(id).orElseThrow().isLate()).isTrue();
        assertThat(tasks.open(Proposal.keyOf(other))).isEmpty();

        fire(process, "finalDate");
        assertThat(process).isWaitingAt("awaitPublication").hasPassed("silence", "recordNoReply");
        assertThat(book.find(id).orElseThrow().outcome()).isEqualTo(Outcome.NO_REPLY);
        assertThat(book.find(id).orElseThrow().isLate()).isFalse();
        assertThat(book.unanswered(call.id())).isEqualTo(1);

        String token = examples.token(consultation, "/atbilde/");
        answers.send(token, Map.of(other, new Reply(Outcome.ACCEPTED, null, null)));
        assertThatExceptionOfType(Proposal.AlreadyAnswered.class)
                .isThrownBy(() -> answers.send(token, Map.of(id, new Reply(Outcome.ACCEPTED, null, null))));
        publish();
        assertThat(process).isEnded();
        assertThat(second).isEnded();
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.noReply");
        assertThat(examples.letters("proposal:" + other)).contains("proposal.letter.publishedAccepted");
        assertThat(actions(id)).contains("proposal.telephoned", "proposal.late", "proposal.noReply");
        assertThat(entries(id))
                .filteredOn(entry -> entry.action().equals("proposal.reminded"))
                .allSatisfy(entry -> assertThat(entry.actor().kind()).isEqualTo(lv.varu.audit.Actor.Kind.TIMER));
    }

    @Test
    void explainsEveryDateOfTheWait() {
        UUID id = received();
        screen(id);
        forward(Map.of());
        Proposal proposal = proposals.get(id);
        assertThat(proposal.deadlines())
                .extracting(StoredDeadline::kind)
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(StoredDeadline.Kind.class));
        assertThat(proposal.deadlines())
                .allSatisfy(deadline -> assertThat(deadline.source()).isNotBlank());
        assertThat(contacts.find(Objects.requireNonNull(proposal.contactId()))).isPresent();
    }

    private UUID submit(Submitter submitter) {
        return desk.submit(ProposalExamples.submission(call, submitter), ProposalExamples.key())
                .proposalId();
    }

    private UUID received() {
        UUID id = submit(ProposalExamples.ANNA);
        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        return id;
    }

    private void screen(UUID id) {
        complete(id, UserTask.screen, screening("FORWARD", ""));
    }

    private static Map<String, String> screening(String decision, String reason) {
        return Map.of("decision", decision, "declineReason", reason, "topic", "ROADS", "municipality", "LIVANI");
    }

    private void complete(UUID id, UserTask task, Map<String, String> values) {
        OpenTask open = tasks.open(Proposal.keyOf(id)).stream()
                .filter(found -> found.taskKey().equals(task.name()))
                .findFirst()
                .orElseThrow();
        tasks.complete(open.id(), values, ProposalExamples.ILZE);
    }

    private void forward(Map<UUID, String> leftOut) {
        transaction.executeWithoutResult(status -> book.forward(call.id(), leftOut));
    }

    private void publish() {
        transaction.executeWithoutResult(status -> book.publish(call.id()));
    }

    private void fire(ProcessInstance process, String timer) {
        var job = jobs.createJobQuery()
                .processInstanceId(process.getId())
                .activityId(timer)
                .singleResult();
        jobs.executeJob(job.getId());
    }

    private ProcessInstance process(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private String numbered(UUID id) {
        ProposalView view = book.find(id).orElseThrow();
        return view.number() + ". " + view.title();
    }

    private ProposalStatus status(UUID id) {
        return book.find(id).orElseThrow().status();
    }

    private List<TrailEntry> entries(UUID id) {
        return trail.of(Proposal.keyOf(id), Pageable.ofSize(100)).getContent();
    }

    private List<String> actions(UUID id) {
        return entries(id).stream().map(TrailEntry::action).toList();
    }
}
