package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.consultation.position.Approval;
import lv.varu.consultation.position.Approvals;
import lv.varu.consultation.position.Deliveries;
import lv.varu.consultation.position.Delivery;
import lv.varu.consultation.position.ReceiptDesk;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.turn.ConsultationWithdrawal;
import lv.varu.consultation.turn.ExtensionDesk;
import lv.varu.consultation.turn.Revision;
import lv.varu.consultation.turn.RevisionDesk;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import lv.varu.proposal.CallClosed;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.ProposalAnswered;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.task.FormRefused;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks {@code processes/consultation.bpmn}; a timer fires when the test says so. */
@VaruTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationProcessTest {
    @Autowired
    ConsultationExamples examples;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationBook book;

    @Autowired
    StaffIntake staffIntake;

    @Autowired
    ExtensionDesk extensions;

    @Autowired
    ConsultationWithdrawal withdrawals;

    @Autowired
    RevisionDesk revisions;

    @Autowired
    ReceiptDesk receipts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Approvals approvals;

    @Autowired
    Invitations invitations;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Clock clock;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk proposalDesk;

    @Autowired
    ProposalBook proposals;

    @Autowired
    PostedLetters letters;

    @Autowired
    Trail trail;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ModelCoverage coverage;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Person elina;
    Person vadis;

    @BeforeEach
    void people() {
        init(engine);
        elina = examples.staff();
        vadis = examples.manager();
    }

    @AfterAll
    void nearlyEveryElementWasWalked() {
        assertThat(coverage.of(ConsultationProcess.KEY))
                .as("not walked: %s", coverage.missing(ConsultationProcess.KEY))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void goesFromARegisteredDocumentToAPublishedReport() {
        examples.organisation();
        var id = desk.register(examples.coming(), elina);
        var process = process(id);
        announce(id);
        assertThat(process).isWaitingAt("opening");

        walk.fire(id, "opening");
        assertThat(status(id)).isEqualTo(ConsultationStatus.OPEN);
        assertThat(examples.letters(id)).contains("consultation.letter.invitation");
        walk.fire(id, "reminderDue");
        assertThat(examples.letters(id)).contains("consultation.letter.reminder");
        walk.publishInChannel(id, elina);
        walk.publishInChannel(id, elina);
        walk.fire(id, "beforeReport");
        walk.fire(id, "closing");
        assertThat(process).isWaitingAt(UserTask.compilePosition.name()).hasNotPassed("allScreenedReceived");

        compileTwice(id);
        assertThat(process).isWaitingAt(UserTask.publishAnswers.name()).hasNotPassed("allAnsweredReceived");
        walk.publishAnswers(id, elina);

        walk.complete(id, UserTask.prepareReport, report(), elina);
        walk.complete(
                id, UserTask.approveReport, Map.of("reportApproved", false, "comment", "Vairāk par sanāksmi."), vadis);
        walk.complete(id, UserTask.prepareReport, report(), elina);
        walk.complete(id, UserTask.approveReport, Map.of("reportApproved", true), vadis);
        assertThat(process).isEnded().hasPassed("publishReport");
        assertThat(status(id)).isEqualTo(ConsultationStatus.REPORTED);
        assertThat(book.activeElements(id)).isEmpty();
        assertThat(book.publications(id)).allMatch(publication -> publication.publishedOn() != null);
        assertThat(actions(id))
                .contains(
                        "consultation.registered",
                        "consultation.notice-returned",
                        "consultation.notice-approved",
                        "consultation.announced",
                        "consultation.opened",
                        "consultation.invited-reminded",
                        "consultation.published-in-channel",
                        "consultation.closed",
                        "consultation.position-compiled",
                        "consultation.position-approved",
                        "consultation.position-delivered",
                        "consultation.answers-published",
                        "consultation.report-published");
    }

    @Test
    void waitsForTheLastScreeningAndTheLastAnswer() {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var process = process(id);
        var proposal = propose(id);
        walk.publishInChannel(id, elina);
        walk.fire(id, "beforeReport");
        walk.close(id);
        assertThat(process).isWaitingAt("allScreenedReceived");

        screen(proposal);
        assertThat(process).isWaitingAt(UserTask.compilePosition.name());
        walk.deliver(id, position(proposal, true), elina, vadis);
        assertThat(process).isWaitingAt("allAnsweredReceived");

        silence(proposal);
        assertThat(process).isWaitingAt(UserTask.publishAnswers.name());
        walk.publishAnswers(id, elina);
        assertThat(process).isWaitingAt(UserTask.prepareReport.name());
        assertThat(proposals.find(proposal).orElseThrow().status()).isEqualTo(ProposalStatus.PUBLISHED);
    }

    @Test
    void deliversByItselfWhatWasEnteredAfterThePosition() {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var inTime = propose(id);
        screen(inTime);
        walk.publishInChannel(id, elina);
        walk.fire(id, "beforeReport");
        walk.close(id);
        jdbc.sql("update consultation set opens_on = current_date - 40, closes_on = current_date - 3 where id = ?")
                .param(id)
                .update();
        walk.complete(id, UserTask.compilePosition, position(inTime, true), elina);
        var whileApproved = enter(id);
        screen(whileApproved);
        assertThat(proposals.find(whileApproved).orElseThrow().status()).isEqualTo(ProposalStatus.FORWARDED);
        assertThat(proposals.find(inTime).orElseThrow().status()).isEqualTo(ProposalStatus.SCREENED);

        walk.complete(id, UserTask.approvePosition, Map.of("positionApproved", true), vadis);
        var whileSent = enter(id);
        screen(whileSent);
        walk.fire(id, "deliverPosition");
        walk.fire(id, "requestAnswers");
        var afterwards = enter(id);
        screen(afterwards);
        assertThat(List.of(inTime, whileApproved, whileSent, afterwards))
                .allSatisfy(proposal -> assertThat(
                                proposals.find(proposal).orElseThrow().status())
                        .isEqualTo(ProposalStatus.FORWARDED));
        assertThat(jdbc.sql("select id from proposal where call_id = ? and own_way")
                        .param(id)
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(whileApproved, whileSent, afterwards);
        assertThat(process(id)).isWaitingAt("allAnsweredReceived");

        silence(inTime);
        silence(whileApproved);
        silence(whileSent);
        assertThat(process(id)).isWaitingAt("allAnsweredReceived");
        silence(afterwards);
        assertThat(process(id)).isWaitingAt(UserTask.publishAnswers.name());
        assertThat(proposals.find(afterwards).orElseThrow().status()).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(proposals.find(inTime).orElseThrow().status()).isEqualTo(ProposalStatus.ANSWERED);
        walk.publishAnswers(id, elina);
        assertThatThrownBy(() -> enter(id)).isInstanceOf(CallClosed.class);
    }

    /** A letter that the post took in time. */
    private UUID enter(UUID id) {
        var consultation = consultations.get(id);
        var submission = new Submission(
                consultation.code(),
                IntakeChannel.POST,
                Locale.forLanguageTag("lv"),
                "Autobuss uz Rušonu " + UUID.randomUUID(),
                "Lūdzam autobusu arī sestdienās.",
                Topic.TRANSPORT,
                "PREILI",
                null,
                null,
                null,
                new Submitter("Velta Kalniņa", null, null, "Rušona", null, false),
                false,
                true,
                List.of(),
                null);
        return staffIntake
                .register(
                        new StaffEntry(submission, LocalDate.now(Riga.ZONE), null, consultation.closesOn()),
                        UUID.randomUUID().toString(),
                        elina)
                .proposalId();
    }

    @Test
    void tellsWhyAProposalIsLeftOut() {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var proposal = propose(id);
        screen(proposal);
        walk.close(id);

        walk.deliver(id, position(proposal, false), elina, vadis);

        assertThat(process(id)).isWaitingAt(UserTask.publishAnswers.name());
        assertThat(proposals.find(proposal).orElseThrow().leftOutReason()).isEqualTo("Nav par šo dokumentu.");
    }

    @Test
    void movesEverythingThatHangsOnTheEndAndTellsEachOnce() {
        examples.organisation();
        var host = examples.contact("PREILI");
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var before = consultations.get(id).closesOn();
        var proposal = propose(id, "anna@example.lv");
        propose(id, "Anna@Example.lv");
        screen(proposal);
        walk.fire(id, "reminderDue");

        extensions.extend(id, before.plusDays(14), "Pagastos vēl notiks sanāksmes.", elina);

        assertThat(process(id)).hasPassed("closingMoved", "moveClosing").isWaitingAt("reminderDue", "publishInChannel");
        assertThat(consultations.get(id).closesOn()).isEqualTo(before.plusDays(14));
        assertThat(timer(id, "reminderDue")).isEqualTo(before.plusDays(7));
        assertThat(proposals.find(proposal).orElseThrow().nextOn()).isEqualTo(before.plusDays(14));
        assertThat(examples.letters(id, "extended"))
                .doesNotHaveDuplicates()
                .containsOnlyOnce("Anna@Example.lv", host)
                .hasSize(2 + invited(id));
        int reminded = examples.letters(id, "reminder").size();
        walk.close(id);
        assertThat(examples.letters(id, "reminder"))
                .as("nobody is reminded twice")
                .hasSize(reminded);
        assertThat(status(id)).isEqualTo(ConsultationStatus.CLOSED);
        assertThat(actions(id)).contains("consultation.extended", "consultation.concerned-told");
        assertThat(examples.subject(host, "extended")).startsWith("Extended until");
        assertThat(examples.subject("Anna@Example.lv", "extended")).startsWith("Termiņš pagarināts līdz");
        assertThat(examples.text(host, "extended")).contains("as a municipal contact");
        assertThat(examples.text("Anna@Example.lv", "extended")).contains("jo iesniedzāt vai atbalstāt");
        assertThatThrownBy(() -> extensions.extend(id, before.plusDays(30), "Vēlreiz.", elina))
                .isInstanceOf(Consultation.WrongStatus.class);
    }

    @Test
    void extendsBeforeTheOpeningToo() {
        var id = desk.register(examples.coming(), elina);
        announce(id);
        var later = consultations.get(id).closesOn().plusDays(7);

        extensions.extend(id, later, "Vairāk laika.", elina);

        assertThat(process(id)).isWaitingAt("opening").hasNotPassed("moveClosing");
        walk.fire(id, "opening");
        walk.fire(id, "reminderDue");
        assertThat(timer(id, "closing")).isEqualTo(later.plusDays(1));
        assertThatThrownBy(() -> extensions.extend(id, later.minusDays(1), "Atpakaļ.", elina))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsEverythingWhenItIsWithdrawn() {
        var host = examples.contact("PREILI");
        var organisation = examples.organisation();
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var process = process(id);
        var proposal = propose(id, "juris@example.lv");
        assertThatThrownBy(() -> withdrawals.withdraw(id, "Dome atcēla lēmumu.", elina))
                .isInstanceOf(NotAllowed.class);

        withdrawals.withdraw(id, "Dome atcēla lēmumu.", vadis);
        walk.fire(id, "closeProposals");

        assertThat(process).isEnded().hasPassed("withdrawConsultation", "withdrawn");
        assertThat(status(id)).isEqualTo(ConsultationStatus.WITHDRAWN);
        assertThat(tasks.open(ConsultationDesk.key(id))).isEmpty();
        assertThat(proposalProcess(proposal)).isZero();
        assertThat(tasks.open(CaseKey.of("proposal", proposal))).isEmpty();
        assertThat(examples.letters(id, "withdrawn"))
                .doesNotHaveDuplicates()
                .contains("juris@example.lv", host, organisation + "@ngo.example")
                .hasSize(2 + invited(id));
        assertThat(lettersAbout(proposal))
                .as("told once, in one letter")
                .containsOnlyOnce("consultation.letter.withdrawn");
        assertThat(consultations.get(id).takesProposalsUntil()).isBeforeOrEqualTo(clock.instant());
        assertThat(actions(id)).contains("consultation.withdrawn", "task.cancelled");
        assertThatThrownBy(() -> withdrawals.withdraw(id, "Vēlreiz.", vadis))
                .isInstanceOf(Consultation.WrongStatus.class);
    }

    @Test
    void keepsInsideWhatIsWithdrawnBeforeItsNotice() {
        var id = desk.register(examples.coming(), elina);

        withdrawals.withdraw(id, "Reģistrēta divreiz.", vadis);
        walk.fire(id, "closeProposals");

        assertThat(process(id)).isNull();
        assertThat(consultations.get(id).isPublic()).isFalse();
        assertThat(examples.letters(id)).isEmpty();
    }

    @Test
    void publishesALaterVersionAndTellsWhatHasChanged() throws Exception {
        var host = examples.contact("PREILI");
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        propose(id, "liga@example.lv");

        var version = new Revision.New(
                "2. redakcija", LocalDate.of(2021, 12, 1), "https://preili.example/2", "Labota 4. nodaļa.");
        assertThat(revisions.revise(id, version, null, elina)).isEqualTo(2);
        assertThat(revisions.revise(id, version, null, elina)).isEqualTo(3);

        assertThat(revisions.of(id))
                .extracting(shown -> shown.revision().number())
                .containsExactly(3, 2);
        assertThat(examples.letters(id, "revised")).contains("liga@example.lv", host);
        assertThat(actions(id)).contains("consultation.revised");
    }

    @Test
    void asksTheManagerOfEachOwner() {
        var id = desk.register(examples.joint("PREILI", "KRASLAVA"), elina);
        var other = examples.manager("KRASLAVA");
        walk.open(id, elina, vadis, Channel.WEBSITE);
        walk.close(id);
        walk.complete(id, UserTask.compilePosition, ConsultationWalk.position(), elina);
        assertThat(openApprovals(id)).containsExactlyInAnyOrder("PREILI", "KRASLAVA");

        walk.complete(id, UserTask.approvePosition, Map.of("positionApproved", true, "comment", "Labi."), vadis);
        assertThat(process(id)).isWaitingAt(UserTask.approvePosition.name());
        walk.complete(
                id,
                UserTask.approvePosition,
                Map.of("positionApproved", false, "comment", "Pievienojiet Krāslavas ceļus."),
                other);

        assertThat(process(id)).isWaitingAt(UserTask.compilePosition.name());
        assertThat(consultations.get(id).returnComment()).isEqualTo("Pievienojiet Krāslavas ceļus.");
        walk.complete(id, UserTask.compilePosition, ConsultationWalk.position(), elina);
        walk.complete(
                id, UserTask.approvePosition, Map.of("positionApproved", false, "comment", "Vēl vienu reizi."), other);
        assertThat(openApprovals(id)).as("one return is enough").isEmpty();
        walk.complete(id, UserTask.compilePosition, ConsultationWalk.position(), elina);
        walk.complete(id, UserTask.approvePosition, Map.of("positionApproved", true), other);
        walk.complete(id, UserTask.approvePosition, Map.of("positionApproved", true), vadis);
        assertThat(process(id)).isWaitingAt("deliverPosition");
        assertThat(approvals.findByConsultationIdOrderByDecidedAtDesc(id))
                .extracting(Approval::comment)
                .contains("Labi.", "Pievienojiet Krāslavas ceļus.", "Vēl vienu reizi.");
    }

    @Test
    void makesSureThatThePositionArrivesAtEveryHost() {
        var daugavpils = examples.contact("DAUGAVPILS");
        var augsdaugava = examples.contact("AUGSDAUGAVA");
        var id = desk.register(examples.hosted("DAUGAVPILS", "AUGSDAUGAVA", "PREILI"), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        walk.close(id);
        walk.complete(id, UserTask.compilePosition, eAddress("PREILI"), elina);
        walk.complete(id, UserTask.approvePosition, Map.of("positionApproved", true), vadis);
        walk.fire(id, "deliverPosition");

        assertThat(process(id)).isWaitingAt(UserTask.sendByEAddress.name()).hasNotPassed("requestAnswers");
        assertThat(examples.letters(id, "position")).containsExactlyInAnyOrder(daugavpils, augsdaugava);
        walk.complete(id, UserTask.sendByEAddress, ConsultationWalk.message(), elina);
        walk.fire(id, "requestAnswers");
        assertThat(deliveries.get(id, "PREILI").messageNumber()).isEqualTo("EA-2021-117");

        receipts.confirm(examples.link(daugavpils, "position").replace("/nostaja/", ""));
        assertThat(deliveries.get(id, "DAUGAVPILS").confirmedHow()).isEqualTo(Delivery.Proof.LINK);
        walk.fire(id, "receiptReminderDue");
        assertThat(examples.letters(id, "receiptReminder"))
                .contains(augsdaugava)
                .doesNotContain(daugavpils);
        receipts.note(id, "PREILI", elina);
        walk.fire(id, "callDue");
        assertThat(tasks.open(ConsultationDesk.key(id)))
                .filteredOn(task -> task.taskKey().equals(UserTask.callHost.name()))
                .extracting(OpenTask::detail)
                .containsExactly("AUGSDAUGAVA");
        walk.complete(id, UserTask.callHost, Map.of("receiptConfirmed", true, "callNote", "Kanceleja saņēma."), elina);

        assertThat(process(id)).hasPassed("receiptClarified", "receiptNoted", "receiptsSettled");
        assertThat(deliveries.get(id, "AUGSDAUGAVA").callNote()).isEqualTo("Kanceleja saņēma.");
        assertThat(book.deliveries(id)).allMatch(Delivery::isConfirmed);
        assertThat(actions(id))
                .contains(
                        "consultation.position-sent",
                        "consultation.position-sent-by-hand",
                        "consultation.receipt-confirmed",
                        "consultation.receipt-reminded",
                        "consultation.host-called");
    }

    @Test
    void letsOnlyAManagerAcceptAWindowShorterThanTheRule() {
        var id = desk.register(examples.shorter(), elina);
        walk.complete(id, UserTask.prepareNotice, ConsultationWalk.notice(Channel.WEBSITE), elina);
        assertThatThrownBy(() -> walk.complete(id, UserTask.approveNotice, Map.of("noticeApproved", true), vadis))
                .isInstanceOf(FormRefused.class);

        walk.complete(
                id,
                UserTask.approveNotice,
                Map.of("noticeApproved", true, "shortWindowReason", "Dome lēma par steidzamību."),
                vadis);

        assertThat(process(id)).isWaitingAt("opening");
        assertThat(consultations.get(id).shortWindowReason()).isEqualTo("Dome lēma par steidzamību.");
        assertThat(consultations.get(id).shortWindowAcceptedBy()).isEqualTo(vadis.name());
        assertThat(actions(id)).contains("consultation.short-window-accepted");
    }

    @Test
    void letsItsOwnStaffAnswerAboutItsOwnDocument() {
        examples.contact("PREILI");
        var id = desk.register(examples.ownDocument(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var proposal = propose(id, "zane@example.lv");
        screen(proposal);
        walk.close(id);

        walk.deliver(id, position(proposal, true), elina, vadis);

        assertThat(examples.letters(id, "position")).isEmpty();
        assertThat(book.deliveries(id)).isEmpty();
        assertThat(process(id)).hasPassed("receiptsSettled").isWaitingAt("allAnsweredReceived");
        assertThat(proposals.find(proposal).orElseThrow().status()).isEqualTo(ProposalStatus.ANSWERING);
        assertThat(tasks.open(CaseKey.of("proposal", proposal)))
                .as("staff of the partnership answer")
                .extracting(OpenTask::partnership)
                .containsExactly("PREILI");
    }

    @Test
    void confirmsTheReceiptWhenAnAnswerComes() {
        examples.contact("PREILI");
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        var proposal = propose(id, null);
        screen(proposal);
        walk.close(id);
        walk.deliver(id, position(proposal, true), elina, vadis);
        assertThat(deliveries.get(id, "PREILI").isConfirmed()).isFalse();
        jdbc.sql("update proposal set outcome = 'ACCEPTED' where id = ?")
                .param(proposal)
                .update();

        transaction.executeWithoutResult(status -> events.publishEvent(new ProposalAnswered(id, proposal)));

        assertThat(deliveries.get(id, "PREILI").confirmedHow()).isEqualTo(Delivery.Proof.ANSWER);
        assertThat(process(id)).hasPassed("receiptNoted");
    }

    private Map<String, Object> eAddress(String host) {
        return Map.of(
                "introduction", "Apkopojām priekšlikumus.", "ownView", "Atbalstām.", "eAddressHosts", List.of(host));
    }

    private List<String> openApprovals(UUID id) {
        return tasks.open(ConsultationDesk.key(id)).stream()
                .filter(task -> task.taskKey().equals(UserTask.approvePosition.name()))
                .map(OpenTask::partnership)
                .toList();
    }

    private LocalDate timer(UUID id, String activity) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process(id).getId())
                .activityId(activity)
                .singleResult();
        return Riga.dayOf(job.getDuedate().toInstant());
    }

    private int invited(UUID id) {
        return (int) invitations.countByConsultationId(id);
    }

    private long proposalProcess(UUID proposal) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(proposal.toString())
                .count();
    }

    private List<String> lettersAbout(UUID proposal) {
        return jdbc.sql("select template from mail_letter where about = ?")
                .param("proposal:" + proposal)
                .query(String.class)
                .list();
    }

    private void announce(UUID id) {
        var notice = ConsultationWalk.notice(Channel.WEBSITE, Channel.FACEBOOK);
        walk.complete(id, UserTask.prepareNotice, notice, elina);
        walk.complete(id, UserTask.approveNotice, Map.of("noticeApproved", false, "comment", "Īsāk!"), vadis);
        assertThat(consultations.get(id).returnComment()).isEqualTo("Īsāk!");
        walk.complete(id, UserTask.prepareNotice, notice, elina);
        walk.complete(id, UserTask.approveNotice, Map.of("noticeApproved", true), vadis);
    }

    private void compileTwice(UUID id) {
        walk.complete(id, UserTask.compilePosition, ConsultationWalk.position(), elina);
        walk.complete(
                id, UserTask.approvePosition, Map.of("positionApproved", false, "comment", "Papildiniet."), vadis);
        walk.deliver(id, ConsultationWalk.position(), elina, vadis);
    }

    private static Map<String, Object> position(UUID proposal, boolean included) {
        return Map.of(
                "introduction",
                "Apkopojām priekšlikumus.",
                "lines[0].proposal",
                proposal.toString(),
                "lines[0].included",
                String.valueOf(included),
                "lines[0].group",
                "Ceļi",
                "lines[0].leftOutReason",
                included ? "" : "Nav par šo dokumentu.");
    }

    private static Map<String, Object> report() {
        return Map.of("introduction", "Apspriešana noritēja labi.", "conclusions", "Aicināsim agrāk.");
    }

    private void screen(UUID proposal) {
        walk.complete(
                CaseKey.of("proposal", proposal),
                "screen",
                Map.of("decision", "FORWARD", "declineReason", "", "topic", "ROADS", "municipality", "PREILI"),
                elina);
    }

    /** On paper, so that nothing needs to be confirmed; the window opened today for this. */
    private UUID propose(UUID id) {
        return propose(id, null);
    }

    private UUID propose(UUID id, @Nullable String email) {
        jdbc.sql("update consultation set opens_on = opens_on - 2 where id = ?")
                .param(id)
                .update();
        var submission = new Submission(
                consultations.get(id).code(),
                IntakeChannel.PAPER,
                Locale.forLanguageTag("lv"),
                "Ceļš uz Aglonu",
                "Lūdzam atjaunot segumu.",
                Topic.ROADS,
                "PREILI",
                null,
                null,
                null,
                new Submitter("Anna Bērziņa", email, null, "Skolas iela 1, Preiļi", null, false),
                true,
                true,
                List.of(),
                null);
        var proposal =
                intakeDesk.submit(submission, UUID.randomUUID().toString()).proposalId();
        if (email != null) {
            confirm(proposal);
        }
        return proposal;
    }

    private void confirm(UUID proposal) {
        PostedLetters.found("/apstiprinat/([A-Za-z0-9_-]+)", letters.about("proposal:" + proposal))
                .ifPresent(proposalDesk::confirm);
    }

    /** The municipality says nothing until its last date. */
    private void silence(UUID proposal) {
        for (var timer : List.of("reminderDue", "dueDay", "overdue", "stillSilent", "telephoneExpired", "finalDate")) {
            walk.fire("proposal", proposal, timer);
        }
    }

    private ProcessInstance process(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ConsultationProcess.KEY)
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private ConsultationStatus status(UUID id) {
        return consultations.get(id).status();
    }

    private List<String> actions(UUID id) {
        return transaction.execute(status -> trail.of(ConsultationDesk.key(id), Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }
}
