package lv.varu.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.broadcast.BroadcastProcess.UserTask;
import lv.varu.engine.EngineJobs;
import lv.varu.privacy.Finding;
import lv.varu.task.TaskDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks {@code processes/broadcast.bpmn}; a timer fires when the test says so. */
@VaruTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BroadcastProcessTest {
    private static final Logger log = LoggerFactory.getLogger(BroadcastProcessTest.class);
    private static final int MANY = 5000;

    @Autowired
    BroadcastExamples examples;

    @Autowired
    BroadcastDesk desk;

    @Autowired
    HelpDesk help;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    Recipients recipients;

    @Autowired
    RecipientPeople people;

    @Autowired
    TaskDesk tasks;

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

    private final List<UUID> organisations = new ArrayList<>();

    @BeforeEach
    void start() {
        init(engine);
    }

    @AfterEach
    void leaveNoOrganisation() {
        examples.remove(organisations);
        organisations.clear();
    }

    @AfterAll
    void nearlyEveryElementWasWalked() {
        assertThat(coverage.of(BroadcastProcess.KEY))
                .as("not walked: %s", coverage.missing(BroadcastProcess.KEY))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void callsAsksAgainAndThanks() {
        Person writer = examples.opened(Role.STAFF, "KRASLAVA");
        Person manager = examples.opened(Role.MANAGER, "KRASLAVA");
        organisations.addAll(examples.organisations("KRASLAVA", 2, "lv"));
        organisations.addAll(examples.organisations("KRASLAVA", 1, "en"));
        organisations.addAll(examples.organisations("PREILI", 1, "lv"));
        UUID id = examples.sent(writer);
        desk.send(
                id,
                BroadcastExamples.words(),
                BroadcastExamples.rare(),
                examples.today().plusDays(2),
                writer);
        assertThat(recipients.totals(id).called())
                .as("only those of the own partnership, once")
                .isEqualTo(3);
        assertThat(examples.lettersTo(manager.email())).containsExactly("broadcast.letter.manager lv");
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt("sendBatch");

        run(id, "sendBatch");
        assertThat(process).isWaitingAt("reminderDue").hasPassed("allSent");
        assertThat(broadcasts.get(id).state()).isEqualTo(BroadcastState.OPEN);
        String english = recipients.list(id, Recipients.View.ALL, null, Pageable.ofSize(9)).getContent().stream()
                .filter(one -> one.language().getLanguage().equals("en"))
                .findFirst()
                .orElseThrow()
                .email();
        assertThat(examples.textTo(english))
                .startsWith("Urgent: ")
                .contains("Varam uzņemt ģimeni:", "?var=0", "We cannot help this time:", "?var=ne");
        String one = otherThan(id, english, 0);
        String silent = otherThan(id, english, 1);

        help.answer(examples.token(one), new Answer(true, Set.of(0, 1), 4, "No astoņiem"));
        help.answer(examples.token(one), new Answer(true, Set.of(1), 6, "No deviņiem"));
        help.answer(examples.token(english), new Answer(false, Set.of(), null, null));
        assertThat(recipients.offered(id, broadcasts.get(id).options()))
                .extracting(Recipients.Offered::organisations, Recipients.Offered::amount)
                .containsExactly(tuple(0L, 0L), tuple(1L, 6L));

        desk.remindNow(id, writer);
        assertThat(process).hasPassed("remindAgain").isWaitingAt("reminderDue");
        run(id, "reminderDue");
        assertThat(examples.lettersTo(silent))
                .as("nobody is reminded twice within hours")
                .containsExactly("broadcast.letter.call lv", "broadcast.letter.remind lv");
        assertThat(examples.lettersTo(one)).containsExactly("broadcast.letter.call lv");

        run(id, "answersDue");
        assertThat(process).isWaitingAt(UserTask.writeThanks.name()).hasPassed("closeBroadcast");
        assertThatExceptionOfType(Broadcast.OutOfTurn.class)
                .isThrownBy(() -> help.answer(examples.token(silent), new Answer(true, Set.of(0), null, null)));
        UUID task = tasks.open(Broadcast.keyOf(id)).get(0).id();
        tasks.complete(task, Map.of("thanks", "Paldies par gultām!"), writer);
        run(id, "sendThanks");
        assertThat(process).isEnded();
        assertThat(examples.textTo(one))
                .startsWith("Paldies: ")
                .contains("> Paldies par gultām!", "- Varam atvest ēdienu: 1 organizācija, kopā 6");
        assertThat(examples.textTo(english)).startsWith("Thank you: ").contains("1 organisation, 6 in all");
        assertThat(examples.lettersTo(silent)).doesNotContain("broadcast.letter.thanks lv");
        assertThat(examples.textTo(manager.email()))
                .startsWith("Aicinājums noslēgts: ")
                .contains("Saņēma 3");
        assertThat(actions(id))
                .contains(
                        "broadcast.written",
                        "broadcast.sent",
                        "broadcast.answered",
                        "broadcast.answerChanged",
                        "broadcast.reminded",
                        "broadcast.closed",
                        "broadcast.thanksWritten",
                        "broadcast.thanked");

        List<Finding> found = people.find(one);
        assertThat(found).hasSize(1);
        transaction.executeWithoutResult(status -> people.erase(one, found));
        assertThat(people.find(one)).isEmpty();
        assertThat(recipients.totals(id).answered()).isEqualTo(2);
    }

    @Test
    void writesToEachInTheLanguageOfTheirContact() {
        Person writer = examples.opened(Role.STAFF, "KRASLAVA");
        organisations.addAll(examples.organisations("KRASLAVA", 1, "lv"));
        organisations.addAll(examples.organisations("KRASLAVA", 1, "en"));
        UUID id = UUID.randomUUID();
        CallText words = BroadcastExamples.words();
        desk.send(
                id,
                new CallText(
                        words.title(),
                        words.text(),
                        words.options(),
                        new CallText(
                                "Beds needed",
                                "Forty people arrive.",
                                List.of("We can take in a family", "We can bring food"))),
                BroadcastExamples.rare(),
                examples.today().plusDays(2),
                writer);
        run(id, "sendBatch");
        assertThat(written(id).facts())
                .containsEntry("textEn", "Forty people arrive.")
                .containsEntry("optionsEn", "We can take in a family; We can bring food");
        String english = ofLanguage(id, "en");
        String latvian = ofLanguage(id, "lv");
        assertThat(examples.textTo(english))
                .startsWith("Urgent: Beds needed")
                .contains("Forty people arrive.", "We can bring food:")
                .doesNotContain("Varam");
        assertThat(examples.textTo(latvian))
                .startsWith("Steidzami: Vajadzīgas naktsmājas")
                .contains("Varam atvest ēdienu:")
                .doesNotContain("Beds");

        help.answer(examples.token(english), new Answer(true, Set.of(1), 3, null));
        help.answer(examples.token(latvian), new Answer(true, Set.of(0), 2, null));
        desk.closeByHand(id, writer);
        UUID task = tasks.open(Broadcast.keyOf(id)).get(0).id();
        tasks.complete(task, Map.of("thanks", "Paldies!", "thanksEn", "Thanks a lot!"), writer);
        run(id, "sendThanks");
        assertThat(examples.textTo(english))
                .contains("> Thanks a lot!", "- We can bring food: 1 organisation, 3 in all");
        assertThat(examples.textTo(latvian)).contains("> Paldies!", "- Varam uzņemt ģimeni: 1 organizācija, kopā 2");
    }

    private String ofLanguage(UUID id, String language) {
        return recipients.list(id, Recipients.View.ALL, null, Pageable.ofSize(9)).getContent().stream()
                .filter(one -> one.language().getLanguage().equals(language))
                .findFirst()
                .orElseThrow()
                .email();
    }

    private String otherThan(UUID id, String email, int skip) {
        return recipients.list(id, Recipients.View.ALL, null, Pageable.ofSize(9)).getContent().stream()
                .map(Recipient::email)
                .filter(known -> !known.equals(email))
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closesByHand() {
        Person writer = examples.opened(Role.MANAGER, "KRASLAVA");
        organisations.addAll(examples.organisations("KRASLAVA", 1, "lv"));
        UUID id = examples.sent(writer);
        assertThatExceptionOfType(Broadcast.OutOfTurn.class).isThrownBy(() -> desk.closeByHand(id, writer));
        run(id, "sendBatch");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.closeByHand(id, AccountExamples.staff("PREILI")));
        desk.closeByHand(id, writer);
        assertThat(process(id)).isWaitingAt(UserTask.writeThanks.name()).hasPassed("closedByHand");
    }

    @Test
    void refusesACallThatReachesNobodyOrComesFromNobody() {
        Person writer = examples.opened(Role.STAFF, "KRASLAVA");
        assertThatExceptionOfType(BroadcastDesk.NobodyReached.class).isThrownBy(() -> examples.sent(writer));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> examples.sent(AccountExamples.administrator()));
    }

    @Test
    void callsFiveThousandWithinMinutes() {
        Person writer = examples.opened(Role.STAFF, "KRASLAVA");
        organisations.addAll(examples.organisations("KRASLAVA", MANY, "lv"));
        Instant begun = Instant.now();
        UUID id = examples.sent(writer);
        int batches = 0;
        while (broadcasts.get(id).state() == BroadcastState.SENDING) {
            run(id, "sendBatch");
            batches++;
        }
        Duration took = Duration.between(begun, Instant.now());
        log.info("{} letters in {} batches, {} ms", MANY, batches, took.toMillis());
        assertThat(examples.letters(id)).isGreaterThanOrEqualTo(MANY);
        assertThat(recipients.totals(id).sent()).isEqualTo(MANY);
        assertThat(batches).isEqualTo(11);
        assertThat(took).isLessThan(Duration.ofMinutes(3));
    }

    private void run(UUID id, String activity) {
        assertThat(jobs.run(BroadcastProcess.KEY, id.toString(), activity))
                .as(activity)
                .isTrue();
    }

    private ProcessInstance process(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(BroadcastProcess.KEY)
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private TrailEntry written(UUID id) {
        return entries(id).stream()
                .filter(entry -> entry.action().equals("broadcast.written"))
                .findFirst()
                .orElseThrow();
    }

    private List<TrailEntry> entries(UUID id) {
        return Objects.requireNonNull(transaction.execute(
                status -> trail.of(Broadcast.keyOf(id), Pageable.unpaged()).getContent()));
    }

    private List<String> actions(UUID id) {
        return entries(id).stream().map(TrailEntry::action).toList();
    }
}
