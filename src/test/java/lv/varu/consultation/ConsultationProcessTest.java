package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.directory.Topic;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
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
    ProposalDesk proposalDesk;

    @Autowired
    ProposalBook proposals;

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
                new Submitter("Anna Bērziņa", null, null, "Skolas iela 1, Preiļi", null, false),
                true,
                true,
                List.of(),
                null);
        return proposalDesk.submit(submission, UUID.randomUUID().toString()).proposalId();
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
