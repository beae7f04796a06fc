package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.directory.Contacts;
import lv.varu.proposal.ProposalProcess.UserTask;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.proposal.answer.AnswerTurns;
import lv.varu.proposal.answer.EarlierReplies;
import lv.varu.proposal.author.ClarificationDesk;
import lv.varu.proposal.author.Clarifications;
import lv.varu.proposal.author.WithdrawalDesk;
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
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk desk;

    @Autowired
    AnswerDesk answers;

    @Autowired
    ClarificationDesk clarifications;

    @Autowired
    Clarifications earlierTexts;

    @Autowired
    WithdrawalDesk withdrawals;

    @Autowired
    AnswerTurns turns;

    @Autowired
    EarlierReplies earlierReplies;

    @Autowired
    ProposalProcess model;

    @Autowired
    StandingCalls standing;

    @Autowired
    WorkingCalendar calendar;

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
        assertThat(book.isScreened(call.id())).isFalse();

        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        assertThat(process).isWaitingAt(UserTask.screen.name());
        assertThat(status(id)).isEqualTo(ProposalStatus.RECEIVED);

        screen(id);
        assertThat(process).isWaitingAt("awaitPosition");
        assertThat(book.isScreened(call.id())).isTrue();
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
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(
                        EnumSet.of(StoredDeadline.Kind.CLARIFICATION, StoredDeadline.Kind.CLARIFICATION_REMINDER)));
        assertThat(proposal.deadlines())
                .allSatisfy(deadline -> assertThat(deadline.source()).isNotBlank());
        assertThat(contacts.find(Objects.requireNonNull(proposal.contactId()))).isPresent();
    }

    @Test
    void asksTheAuthorToClarifyAndReviewsTheBetterText() {
        UUID id = received();
        ProcessInstance process = process(id);
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> complete(id, UserTask.screen, screening("CLARIFY", "")))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("question"));
        clarify(id, "Kuras skolas?");
        assertThat(process).isWaitingAt("awaitClarification");
        assertThat(status(id)).isEqualTo(ProposalStatus.CLARIFYING);
        assertThat(book.isScreened(call.id())).isFalse();

        fire(process, "clarificationReminderDue");
        assertThat(process).isWaitingAt("awaitClarification").hasPassed("remindAuthor");

        String token = examples.token("proposal:" + id, "/priekslikums/");
        clarifications.answer(token, "Pāreja pie Rožupes skolas", "Pie Rožupes pamatskolas.");
        assertThat(process).isWaitingAt(UserTask.screen.name()).hasNotPassed("goOnWithout");
        assertThat(book.find(id).orElseThrow().title()).isEqualTo("Pāreja pie Rožupes skolas");
        assertThat(earlierTexts.versions(id))
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.text()).startsWith("Bērni katru rītu"));
        assertThatExceptionOfType(ClarificationDesk.NotAsked.class)
                .isThrownBy(() -> clarifications.answer(token, "Vēlreiz", "Vēlreiz"));

        screen(id);
        assertThat(process).isWaitingAt("awaitPosition");
        assertThat(examples.letters("proposal:" + id))
                .contains("proposal.letter.clarify", "proposal.letter.clarifyReminder", "proposal.letter.clarified");
        assertThat(actions(id))
                .contains("proposal.clarificationAsked", "proposal.clarificationReminded", "proposal.clarified");
    }

    @Test
    void goesOnWithoutAClarificationThatDoesNotCome() {
        UUID id = received();
        ProcessInstance process = process(id);
        clarify(id, "Kuras skolas?");
        fire(process, "clarificationExpired");
        assertThat(process).isWaitingAt(UserTask.screen.name()).hasPassed("goOnWithout");
        assertThat(status(id)).isEqualTo(ProposalStatus.RECEIVED);
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.wentOn");
        assertThat(actions(id)).contains("proposal.wentOnUnclarified");
        assertThat(earlierTexts.versions(id)).isEmpty();
        screen(id);
        assertThat(process).isWaitingAt("awaitPosition");
    }

    @Test
    void cannotAskAnAuthorWithoutAnAddress() {
        UUID id = submit(Submitter.ANONYMOUS);
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> clarify(id, "Kuras skolas?"))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("decision"));
    }

    @Test
    void letsTheAuthorWithdrawAtAnyTimeBeforePublication() {
        UUID early = received();
        String follow = examples.token("proposal:" + early, "/priekslikums/");
        ProcessInstance process = process(early);
        withdrawals.withdraw(follow, null);
        assertThat(process).isEnded().hasPassed("recordWithdrawal");
        assertThat(status(early)).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(tasks.open(Proposal.keyOf(early))).isEmpty();
        assertThat(examples.letters("proposal:" + early)).contains("proposal.letter.withdrawn");
        assertThatExceptionOfType(Proposal.OutOfTurn.class).isThrownBy(() -> withdrawals.withdraw(follow, null));

        UUID late = received();
        screen(late);
        forward(Map.of());
        ProcessInstance second = process(late);
        withdrawals.withdraw(examples.token("proposal:" + late, "/priekslikums/"), "Jautājums ir atrisināts.");
        assertThat(second).isEnded();
        assertThat(examples.letters("proposal:" + late)).contains("proposal.letter.withdrawnContact");
        assertThat(book.unanswered(call.id())).isZero();
        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> answers.send(token, Map.of(late, new Reply(Outcome.ACCEPTED, null, null))));
        assertThat(actions(late)).contains("proposal.withdrawn");
    }

    @Test
    void endsEverythingWhenTheConsultationIsWithdrawn() {
        UUID unconfirmed = submit(ProposalExamples.ANNA);
        UUID unscreened = received();
        UUID forwarded = received();
        screen(forwarded);
        forward(Map.of());
        List<ProcessInstance> all = List.of(process(unconfirmed), process(unscreened), process(forwarded));
        transaction.executeWithoutResult(status -> book.closeSome(call.id()));
        assertThat(all).allSatisfy(process -> assertThat(process).isEnded().hasPassed("closeWithCall"));
        assertThat(status(unconfirmed)).isEqualTo(ProposalStatus.EXPIRED);
        assertThat(status(unscreened)).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(book.find(forwarded).orElseThrow().withdrawal()).isEqualTo(Withdrawal.CALL);
        assertThat(actions(forwarded)).contains("proposal.closedWithCall");
    }

    @Test
    void endsWhenMergedAndBeginsAnewWhenThatIsUndone() {
        UUID id = received();
        screen(id);
        ProcessInstance process = process(id);
        transaction.executeWithoutResult(status -> model.merged(id));
        assertThat(process).isEnded().hasPassed("mergedEnd");

        transaction.executeWithoutResult(status -> model.resume(id, call, true));
        assertThat(process(id)).isWaitingAt("awaitPosition").hasNotPassed(UserTask.screen.name());

        UUID other = received();
        transaction.executeWithoutResult(status -> model.merged(other));
        transaction.executeWithoutResult(status -> model.resume(other, call, false));
        assertThat(process(other)).isWaitingAt(UserTask.screen.name());
    }

    @Test
    void waitsForItsPartsWhenSplit() {
        UUID id = received();
        screen(id);
        ProcessInstance process = process(id);
        transaction.executeWithoutResult(status -> model.split(id));
        assertThat(process).isWaitingAt("awaitParts");
        transaction.executeWithoutResult(status -> model.splitUndone(id, true));
        assertThat(process).isWaitingAt("awaitPosition");

        transaction.executeWithoutResult(status -> model.split(id));
        examples.become(id, ProposalStatus.SPLIT);
        transaction.executeWithoutResult(status -> model.partsAnswered(id));
        assertThat(process).isEnded().hasPassed("publishCombined");
        assertThat(status(id)).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.combined");
    }

    @Test
    void goesStraightToTheMunicipalityAndIsPublishedAtOnceWhenItsCallIsStanding() {
        call = standing.open(false);
        UUID id = received();
        ProcessInstance process = process(id);
        screen(id);
        assertThat(process).isWaitingAt("reminderDue").hasNotPassed("awaitPosition");
        assertThat(examples.letters("proposal:" + id))
                .contains("proposal.letter.receiptStanding", "proposal.letter.requested");
        answers.send(
                examples.token("proposal:" + id, "/atbilde/"), Map.of(id, new Reply(Outcome.ACCEPTED, null, null)));
        assertThat(process).isEnded().hasNotPassed("awaitPublication");
        assertThat(status(id)).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.publishedAccepted");
    }

    @Test
    void isAnsweredByThePartnershipThatDecidesItself() {
        call = standing.ownHosted();
        UUID id = received();
        screen(id);
        forward(Map.of());
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt(UserTask.answerOurselves.name()).hasNotPassed("requestAnswer");
        assertThat(status(id)).isEqualTo(ProposalStatus.ANSWERING);
        assertThat(book.unanswered(call.id())).isEqualTo(1);
        assertThat(tasks.open(Proposal.keyOf(id)))
                .allSatisfy(task -> assertThat(task.dueOn())
                        .isEqualTo(book.find(id).orElseThrow().dueOn()));
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> complete(id, UserTask.answerOurselves, Map.of("outcome", "REJECTED")))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("rationale"));
        complete(
                id,
                UserTask.answerOurselves,
                Map.of("outcome", "NOTED", "route", "", "rationale", "Iestrādāsim nākamgad."));
        assertThat(process).isWaitingAt("awaitPublication");
        publish();
        assertThat(process).isEnded();
        assertThat(actions(id)).contains("proposal.answeredByOurselves", "proposal.answeredOurselves");
        assertThat(examples.letters("proposal:" + id))
                .contains("proposal.letter.receiptOurselves", "proposal.letter.publishedOurselves");
        assertThat(examples.letters("consultation:" + call.id())).isEmpty();
    }

    @Test
    void waitsAnewWhenTheManagerGrantsMoreDays() {
        UUID id = forwarded();
        ProcessInstance process = process(id);
        fire(process, "reminderDue");
        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        LocalDate due = Objects.requireNonNull(book.find(id).orElseThrow().dueOn());
        LocalDate later = calendar.plusWorkingDays(due, 5);
        assertThatExceptionOfType(AnswerDesk.MoreDaysUnclear.class)
                .isThrownBy(() -> answers.askForMoreDays(token, List.of(id), due, " "))
                .satisfies(unclear -> assertThat(unclear.faults()).containsOnlyKeys("until", "reason"));
        answers.askForMoreDays(token, List.of(id), later, "Gaidām ceļu dienesta atzinumu.");
        assertThat(process).isWaitingAt("dueDay", UserTask.decideMoreDays.name());
        assertThatExceptionOfType(AnswerTurns.MoreDaysAsked.class)
                .isThrownBy(() -> answers.askForMoreDays(token, List.of(id), later, "Vēlreiz."));

        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> decide(id, "GRANT", due, ""))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("until"));
        decide(id, "GRANT", later, "Labi.");
        assertThat(process).isWaitingAt("reminderDue").hasPassed("moreDaysGiven", "grantMoreDays");
        assertThat(tasks.open(Proposal.keyOf(id))).isEmpty();
        ProposalView view = book.find(id).orElseThrow();
        assertThat(view.dueOn()).isEqualTo(later);
        assertThat(view.nextOn()).isEqualTo(later);
        assertThat(examples.letters("proposal:" + id))
                .contains("proposal.letter.moreDaysGranted", "proposal.letter.postponed");
        fire(process, "reminderDue");
        assertThat(examples.letters("consultation:" + call.id()))
                .containsExactly(
                        "proposal.letter.answerRequest",
                        "proposal.letter.answerReminder",
                        "proposal.letter.answerReminder");
        assertThat(actions(id)).contains("proposal.moreDaysAsked", "proposal.postponed");
        answers.send(token, Map.of(id, new Reply(Outcome.ACCEPTED, null, null)));
        assertThat(process).isWaitingAt("awaitPublication");
    }

    @Test
    void keepsTheDayWhenTheManagerRefusesOrDoesNotDecide() {
        UUID id = forwarded();
        ProcessInstance process = process(id);
        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        LocalDate due = Objects.requireNonNull(book.find(id).orElseThrow().dueOn());
        LocalDate later = calendar.plusWorkingDays(due, 5);
        answers.askForMoreDays(token, List.of(id), later, "Atvaļinājumu laiks.");
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> decide(id, "REFUSE", later, ""))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("comment"));
        decide(id, "REFUSE", later, "Iedzīvotāji gaida jau ilgi.");
        assertThat(process).isWaitingAt("reminderDue").hasPassed("refuseMoreDays");
        assertThat(book.find(id).orElseThrow().dueOn()).isEqualTo(due);
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.moreDaysRefused");

        answers.askForMoreDays(token, List.of(id), later, "Tomēr lūdzam.");
        fire(process, "decisionExpired");
        assertThat(process).isWaitingAt("reminderDue");
        assertThat(tasks.open(Proposal.keyOf(id))).isEmpty();
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.moreDaysRefusedSilently");
        assertThat(actions(id)).contains("proposal.moreDaysRefused");
    }

    @Test
    void asksTheMunicipalityAgainBeforeTheAnswerIsPublic() {
        UUID id = forwarded();
        ProcessInstance process = process(id);
        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        answers.send(token, Map.of(id, new Reply(Outcome.NOTED, null, "Zinām.")));
        turns.askAgain(id, "Ko darīsiet jau šogad?", ProposalExamples.ILZE);
        assertThat(process).isWaitingAt("reminderDue").hasPassed("askAgain");
        assertThat(status(id)).isEqualTo(ProposalStatus.FORWARDED);
        assertThat(book.unanswered(call.id())).isEqualTo(1);
        assertThat(earlierReplies.of(id))
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.reply().rationale()).isEqualTo("Zinām."));
        String second = examples.token("proposal:" + id, "/atbilde/");
        assertThat(answers.open(second).waiting())
                .anySatisfy(waiting -> assertThat(waiting.draft().rationale()).isEqualTo("Zinām."));
        answers.send(second, Map.of(id, new Reply(Outcome.ACCEPTED, OutcomeRoute.ANNUAL_BUDGET, "Uzklāsim jūnijā.")));
        assertThat(process).isWaitingAt("awaitPublication");
        publish();
        assertThat(process).isEnded();
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.askedAgain");
        assertThat(actions(id)).contains("proposal.askedAgain");
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> turns.askAgain(id, "Un vēl?", ProposalExamples.ILZE));
    }

    @Test
    void passesAWaitingProposalToAColleagueWithoutLosingADay() {
        UUID id = forwarded();
        ProcessInstance process = process(id);
        LocalDate due = book.find(id).orElseThrow().dueOn();
        UUID colleague = turns.others(id).stream()
                .filter(contact -> contact.email().equals("vaditajs@livani.example"))
                .findFirst()
                .orElseThrow()
                .id();
        turns.reroute(id, colleague, "Jūsu joma.", ProposalExamples.ILZE);
        assertThat(process).isWaitingAt("reminderDue");
        assertThat(book.find(id).orElseThrow().contactId()).isEqualTo(colleague);
        assertThat(book.find(id).orElseThrow().dueOn()).isEqualTo(due);
        answers.send(
                examples.token("proposal:" + id, "/atbilde/"), Map.of(id, new Reply(Outcome.ACCEPTED, null, null)));
        assertThat(process).isWaitingAt("awaitPublication");
        assertThat(examples.letters("proposal:" + id)).contains("proposal.letter.rerouted");
        assertThat(actions(id)).contains("proposal.rerouted");
    }

    private UUID forwarded() {
        UUID id = received();
        screen(id);
        forward(Map.of());
        return id;
    }

    private void clarify(UUID id, String question) {
        Map<String, String> values = new HashMap<>(screening("CLARIFY", ""));
        values.put("question", question);
        complete(id, UserTask.screen, values);
    }

    private void decide(UUID id, String decision, LocalDate until, String comment) {
        complete(
                id,
                UserTask.decideMoreDays,
                Map.of("decision", decision, "until", until.toString(), "comment", comment),
                ProposalExamples.VELTA);
    }

    private UUID submit(Submitter submitter) {
        return intakeDesk
                .submit(ProposalExamples.submission(call, submitter), ProposalExamples.key())
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
        complete(id, task, values, ProposalExamples.ILZE);
    }

    private void complete(UUID id, UserTask task, Map<String, String> values, Person by) {
        OpenTask open = tasks.open(Proposal.keyOf(id)).stream()
                .filter(found -> found.taskKey().equals(task.name()))
                .findFirst()
                .orElseThrow();
        tasks.complete(open.id(), values, by);
    }

    private void forward(Map<UUID, String> leftOut) {
        transaction.executeWithoutResult(status -> book.forwardSome(call.id(), leftOut));
    }

    private void publish() {
        transaction.executeWithoutResult(status -> book.publishSome(call.id()));
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
