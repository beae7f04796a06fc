package lv.varu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.NotAllowed;
import lv.varu.account.Role;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.commitment.CommitmentProcess.UserTask;
import lv.varu.engine.EngineJobs;
import lv.varu.task.FormRefused;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks {@code processes/commitment.bpmn}; a timer fires when the test says so. */
@VaruTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitmentProcessTest {
    @Autowired
    CommitmentExamples examples;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentDesk desk;

    @Autowired
    ProgressDesk progress;

    @Autowired
    NewsRows news;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Trail trail;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ModelCoverage coverage;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void start() {
        init(engine);
    }

    @AfterAll
    void nearlyEveryElementWasWalked() {
        assertThat(coverage.of(CommitmentProcess.KEY))
                .as("not walked: %s", coverage.missing(CommitmentProcess.KEY))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void asksUntilThePromiseIsGivenUpAndTellsEverybodyEachTime() {
        UUID contact = examples.contact();
        UUID id = examples.begun(contact);
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt(UserTask.recordPromise.name());

        examples.complete(id, "recordPromise", CommitmentExamples.promise(contact));
        assertThat(process).isWaitingAt("progressDue").hasPassed("announcePromise");
        Commitment recorded = commitments.get(id);
        assertThat(recorded.state()).isEqualTo(CommitmentState.NOT_STARTED);
        assertThat(Objects.requireNonNull(recorded.promised()).amount()).isEqualByComparingTo("12500.50");
        assertThat(author(id)).containsExactly("commitment.letter.promised lv");
        assertThat(supporter(id)).containsExactly("commitment.letter.promised en");

        fire(id, "progressDue");
        assertThat(process).isWaitingAt("reminderDue");
        assertThat(examples.textTo(mail(contact), "commitment.letter.ask"))
                .contains("- Uzstādīs 12 laternas Smelteru ciemā", "vēl nav sākts, ir sākts, paveikts vai atmests");

        String token = examples.token(mail(contact));
        assertThat(progress.open(token).promises()).hasSize(1);
        progress.tell(token, Map.of(id, told(CommitmentState.UNDER_WAY, "Iepirkums izsludināts.")));
        assertThat(process).isWaitingAt("progressDue").hasPassed("tellProgress", "planRound");
        assertThat(commitments.get(id).state()).isEqualTo(CommitmentState.UNDER_WAY);
        assertThat(author(id)).endsWith("commitment.letter.progress lv");
        assertThat(supporter(id)).endsWith("commitment.letter.progress en");
        assertThat(examples.textTo(authorMail(id), "commitment.letter.progress"))
                .startsWith("Ir sākts: ")
                .contains("> Iepirkums izsludināts.", "https://preili.example/darbi");
        assertThat(examples.textTo(supporterMail(id), "commitment.letter.progress"))
                .startsWith("Under way: ")
                .contains("that you supported");

        examples.askOnTheSameDay(id);
        fire(id, "progressDue");
        fire(id, "reminderDue");
        fire(id, "overdue");
        fire(id, "stillSilent");
        assertThat(process).isWaitingAt(UserTask.telephone.name());
        assertThat(examples.lettersTo(mail(contact)))
                .containsExactly("commitment.letter.ask lv", "commitment.letter.ask lv", "commitment.letter.remind lv");
        assertThat(examples.texts(Commitment.keyOf(id), "commitment.letter.escalate"))
                .singleElement()
                .asString()
                .contains("Ilze Atbildētāja", "Uzstādīs 12 laternas");

        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(
                        () -> examples.complete(id, "telephone", Map.of("state", "GIVEN_UP", "words", "", "link", "")));
        examples.complete(
                id, "telephone", Map.of("state", "GIVEN_UP", "words", "Budžetā naudas nepietika.", "link", ""));
        assertThat(process).isEnded().hasPassed("fulfilled");
        assertThat(examples.textTo(authorMail(id), "commitment.letter.progress"))
                .startsWith("Atmests: ")
                .contains("> Budžetā naudas nepietika.");
        assertThat(news.of(id))
                .extracting(News::state)
                .containsExactly(CommitmentState.GIVEN_UP, CommitmentState.UNDER_WAY);
        assertThat(progress.open(token).promises()).isEmpty();
        assertThat(actions(id))
                .contains(
                        "commitment.begun",
                        "commitment.recorded",
                        "commitment.announced",
                        "commitment.asked",
                        "commitment.pageOpened",
                        "commitment.progress",
                        "commitment.planned",
                        "commitment.reminded",
                        "commitment.escalated",
                        "commitment.concluded");
        assertThat(entries(id))
                .filteredOn(entry -> entry.action().equals("commitment.reminded"))
                .allSatisfy(entry -> assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.TIMER));
    }

    @Test
    void followsNothingWhenThereIsNothingToFollow() {
        UUID id = examples.begun(null);
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> examples.complete(id, "recordPromise", Map.of("decision", "NOTHING", "reason", "")));
        examples.complete(
                id, "recordPromise", Map.of("decision", "NOTHING", "reason", "Laternas jau stāv.", "what", ""));
        assertThat(process(id)).isNull();
        assertThat(commitments.get(id).state()).isEqualTo(CommitmentState.NOT_FOLLOWED);
        assertThat(author(id)).isEmpty();
        assertThat(actions(id)).contains("commitment.unfollowed");
    }

    @Test
    void followsAgainWhatEndedTooEarly() {
        UUID contact = examples.contact();
        UUID id = examples.followed(contact);
        desk.report(id, told(CommitmentState.DONE, "Laternas stāv."), CommitmentExamples.ELINA);
        assertThat(process(id)).isNull();
        assertThatExceptionOfType(Commitment.OutOfTurn.class)
                .isThrownBy(() -> desk.report(id, told(CommitmentState.UNDER_WAY, "Nē."), CommitmentExamples.ELINA));

        desk.resume(id, told(CommitmentState.UNDER_WAY, "Stāv tikai puse laternu."), CommitmentExamples.ELINA);

        assertThat(process(id)).isWaitingAt("progressDue");
        assertThat(commitments.get(id).state()).isEqualTo(CommitmentState.UNDER_WAY);
        assertThat(commitments.get(id).nextOn()).isNotNull();
        assertThat(examples.textTo(authorMail(id), "commitment.letter.progress"))
                .startsWith("Ir sākts: ")
                .contains("> Stāv tikai puse laternu.");
        assertThat(actions(id)).contains("commitment.resumed");
        fire(id, "progressDue");
        assertThat(examples.lettersTo(mail(contact))).contains("commitment.letter.ask lv");
        desk.report(id, told(CommitmentState.DONE, "Tagad stāv visas."), CommitmentExamples.ELINA);
        assertThat(process(id)).isNull();
    }

    @Test
    void recordsAfterAllWhatSeemedToBeNoPromise() {
        UUID contact = examples.contact();
        UUID id = examples.begun(contact);
        examples.complete(
                id, "recordPromise", Map.of("decision", "NOTHING", "reason", "Laternas jau stāv.", "what", ""));

        desk.recordAfterAll(id, CommitmentExamples.ELINA);

        assertThat(process(id)).isWaitingAt(UserTask.recordPromise.name());
        examples.complete(id, "recordPromise", CommitmentExamples.promise(contact));
        assertThat(process(id)).isWaitingAt("progressDue");
        assertThat(actions(id)).contains("commitment.recordedAfterAll", "commitment.recorded");
    }

    @Test
    void beginsOnlyWithAnAnswerThatPromisesSomething() {
        assertThat(commitments.findByProposalId(examples.published("REJECTED", null, null)))
                .isEmpty();
        assertThat(commitments.findByProposalId(examples.published("NOTED", null, null)))
                .isEmpty();
        assertThat(commitments.findByProposalId(examples.published("NOTED", "ANNUAL_BUDGET", null)))
                .isPresent();
        assertThat(commitments.findByProposalId(examples.published("PARTIALLY_ACCEPTED", null, null)))
                .isPresent();
    }

    @Test
    void beginsTheRoundAnewWhenItsDayIsChanged() {
        UUID id = examples.followed(null);
        Commitment before = commitments.get(id);
        LocalDate day = LocalDate.of(2031, 3, 3);
        desk.correct(
                id,
                before.version(),
                Objects.requireNonNull(before.promised()),
                new Asking(null, 3, day),
                CommitmentExamples.ELINA);
        assertThat(process(id)).isWaitingAt("progressDue").hasPassed("planChanged");
        assertThat(commitments.get(id).nextOn()).isEqualTo(day);
        assertThat(actions(id)).contains("commitment.corrected");
        assertThatExceptionOfType(CommitmentDesk.Changed.class)
                .isThrownBy(() -> desk.correct(
                        id,
                        before.version(),
                        Objects.requireNonNull(before.promised()),
                        new Asking(null, 3, day),
                        CommitmentExamples.ELINA));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(
                        () -> desk.report(id, told(CommitmentState.DONE, "Viss."), AccountExamples.staff("KRASLAVA")));
    }

    @Test
    void endsWhenStaffThemselvesRecordThatItIsDone() {
        UUID id = examples.followed(null);
        ProcessInstance process = process(id);
        desk.report(id, told(CommitmentState.DONE, "Paši redzējām."), CommitmentExamples.ELINA);
        assertThat(process).isEnded().hasPassed("progressReported", "fulfilled");
        assertThat(author(id)).contains("commitment.letter.progress lv");
        assertThatExceptionOfType(Commitment.OutOfTurn.class)
                .isThrownBy(
                        () -> desk.report(id, told(CommitmentState.UNDER_WAY, "Vēlreiz."), CommitmentExamples.ELINA));
    }

    @Test
    void asksForEverythingOfOneDayInOneLetter() {
        UUID contact = examples.contact();
        UUID one = examples.followed(contact);
        UUID other = examples.followed(contact);
        examples.askOnTheSameDay(one, other);
        fire(one, "progressDue");
        fire(other, "progressDue");
        assertThat(examples.lettersTo(mail(contact))).containsExactly("commitment.letter.ask lv");
        assertThat(examples.textTo(mail(contact), "commitment.letter.ask")).startsWith("Kas no 2 solījumiem");
        String token = examples.token(mail(contact));
        progress.tell(
                token, Map.of(one, told(CommitmentState.DONE, null), other, told(CommitmentState.UNDER_WAY, null)));
        assertThat(process(one)).isNull();
        assertThat(process(other)).isWaitingAt("progressDue");
    }

    @Test
    void asksThePartnershipAndTellsItsManagersWhenNobodyIsKnown() {
        var manager = AccountExamples.opened(accounts, Role.MANAGER, "PREILI");
        UUID id = examples.followed(null);
        fire(id, "progressDue");
        fire(id, "reminderDue");
        fire(id, "overdue");
        assertThat(examples.letters(Commitment.keyOf(id)))
                .contains("commitment.letter.ask lv", "commitment.letter.remind lv");
        assertThat(examples.textTo(manager.email(), "commitment.letter.escalate"))
                .contains("nav zināms, partnerība to meklē");
    }

    private static Progress told(CommitmentState state, @Nullable String words) {
        return new Progress(state, words, "https://preili.example/darbi", null);
    }

    private void fire(UUID id, String activity) {
        assertThat(jobs.run(CommitmentProcess.KEY, id.toString(), activity))
                .as(activity)
                .isTrue();
    }

    private ProcessInstance process(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(CommitmentProcess.KEY)
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private static String mail(UUID contact) {
        return contact + "@preili.example";
    }

    private String authorMail(UUID id) {
        return "anna+" + commitments.get(id).proposalId() + "@example.org";
    }

    private String supporterMail(UUID id) {
        return "john+" + commitments.get(id).proposalId() + "@example.org";
    }

    private List<String> author(UUID id) {
        return examples.lettersTo(authorMail(id));
    }

    private List<String> supporter(UUID id) {
        return examples.lettersTo(supporterMail(id));
    }

    private List<String> actions(UUID id) {
        return entries(id).stream().map(TrailEntry::action).toList();
    }

    private List<TrailEntry> entries(UUID id) {
        return Objects.requireNonNull(transaction.execute(status ->
                trail.of(CaseKey.of("commitment", id), Pageable.unpaged()).getContent()));
    }
}
