package lv.varu.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.ModelCoverage;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.engine.EngineJobs;
import lv.varu.privacy.Finding;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.suggestion.RoundDesk.EnteredSheet;
import lv.varu.suggestion.Sheet.Fate;
import lv.varu.suggestion.SuggestionBoxProcess.UserTask;
import lv.varu.task.FormRefused;
import lv.varu.task.TaskDesk;
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

/** Walks {@code processes/suggestion-box.bpmn}; a timer fires when the test says so. */
@VaruTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionBoxProcessTest {
    @Autowired
    SuggestionExamples examples;

    @Autowired
    SuggestionBoxes boxes;

    @Autowired
    CollectionRounds rounds;

    @Autowired
    Sheets sheets;

    @Autowired
    RoundDesk desk;

    @Autowired
    CollectionSchedule schedule;

    @Autowired
    KeeperPeople keepers;

    @Autowired
    SheetPeople authors;

    @Autowired
    ProposalBook proposals;

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

    @BeforeEach
    void start() {
        init(engine);
    }

    @AfterAll
    void nearlyEveryElementWasWalked() {
        assertThat(coverage.of(SuggestionBoxProcess.KEY))
                .as("not walked: %s", coverage.missing(SuggestionBoxProcess.KEY))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void turnsSheetsFromTheParishIntoProposalsOrSaysWhyNot() {
        String keeper = SuggestionExamples.keeper();
        UUID box = examples.box(keeper, "en");
        examples.makeDue(box);
        schedule.collect();
        UUID id = rounds.findByBoxIdAndState(box, RoundState.OPEN).orElseThrow().id();
        assertThat(boxes.get(box).nextOn()).isAfter(LocalDate.now());
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt("reminderDue").hasPassed("askKeeper");
        assertThat(examples.textTo(keeper)).startsWith("Time to empty the suggestion box: ");

        fire(id, "reminderDue");
        assertThat(examples.lettersTo(keeper))
                .containsExactly("suggestion.letter.ask en", "suggestion.letter.remind en");
        String token = examples.token(keeper);
        UUID round = desk.open(token).roundId();
        assertThat(round).isEqualTo(id);
        UUID bench = examples.enter(id, "Vajag soliņu pie veikala, vecmāmiņām nav kur atpūsties.");
        UUID rant = examples.enter(id, "Viss slikti.");
        UUID signed = UUID.randomUUID();
        desk.enter(
                id, new EnteredSheet(signed, "Lūdzu apgaismot ceļu uz skolu", "Jānis", "janis@liksna.example", null));
        UUID mistake = examples.enter(id, "Divreiz ievadīts");
        desk.remove(id, mistake);
        desk.finish(id);
        assertThat(process).isWaitingAt(UserTask.sortSheets.name()).hasPassed("boxEmptied");
        assertThatExceptionOfType(CollectionRound.OutOfTurn.class).isThrownBy(() -> examples.enter(id, "Par vēlu"));

        Map<String, String> values = new HashMap<>();
        line(values, 0, bench, "PROPOSE", "Soliņš pie Līksnas veikala", "");
        line(values, 1, rant, "DECLINE", "", "");
        assertThatExceptionOfType(FormRefused.class).isThrownBy(() -> examples.complete(id, "sortSheets", values));
        line(values, 1, rant, "DECLINE", "", "Nav saprotams, kas jādara.");
        assertThatExceptionOfType(FormRefused.class)
                .as("one sheet is missing")
                .isThrownBy(() -> examples.complete(id, "sortSheets", values));
        line(values, 2, signed, "PROPOSE", "Apgaismojums ceļam uz skolu", "");
        examples.complete(id, "sortSheets", values);
        assertThat(process).isEnded().hasPassed("publishRound");

        assertThat(sheets.of(id)).extracting(Sheet::fate).containsExactly(Fate.PROPOSAL, Fate.DECLINED, Fate.PROPOSAL);
        ProposalView proposal = proposals
                .find(Objects.requireNonNull(sheets.find(bench).orElseThrow().proposalId()))
                .orElseThrow();
        assertThat(proposal.title()).isEqualTo("Soliņš pie Līksnas veikala");
        assertThat(proposal.callId()).isEqualTo(box);
        assertThat(proposal.place()).isEqualTo(SuggestionExamples.PLACE);
        assertThat(tasks.open(CaseKey.of("proposal", proposal.id())))
                .as("staff have read it once, that is enough")
                .isEmpty();
        assertThat(proposal.status()).isEqualTo(ProposalStatus.FORWARDED);
        assertThat(proposal.screenedAt()).isNotNull();
        assertThat(examples.textTo(keeper))
                .startsWith("What happened to the sheets: ")
                .contains("2 became proposals");
        assertThat(examples.lettersTo("janis@liksna.example")).isNotEmpty();
        assertThat(actions(id))
                .contains(
                        "suggestion.begun",
                        "suggestion.asked",
                        "suggestion.reminded",
                        "suggestion.sheetEntered",
                        "suggestion.sheetRemoved",
                        "suggestion.emptied",
                        "suggestion.sheetProposed",
                        "suggestion.sheetDeclined",
                        "suggestion.sorted");

        List<Finding> kept = keepers.find(keeper);
        List<Finding> written = authors.find("janis@liksna.example");
        assertThat(kept).hasSize(1);
        assertThat(written).hasSize(1);
        transaction.executeWithoutResult(status -> {
            keepers.erase(keeper, kept);
            authors.erase("janis@liksna.example", written);
        });
        assertThat(keepers.find(keeper)).isEmpty();
        assertThat(authors.find("janis@liksna.example")).isEmpty();
    }

    /** As the form sends it. */
    private static void line(
            Map<String, String> values, int number, UUID sheet, String decision, String title, String reason) {
        String row = "lines[" + number + "].";
        values.put(row + "sheet", sheet.toString());
        values.put(row + "decision", decision);
        values.put(row + "title", title);
        values.put(row + "topic", "ROADS");
        values.put(row + "reason", reason);
    }

    @Test
    void asksStaffWhenTheParishIsSilentAndStopsWhenItIsNot() {
        String keeper = SuggestionExamples.keeper();
        UUID silent = examples.round(examples.box(keeper, "lv"));
        assertThat(examples.textTo(keeper)).startsWith("Laiks iztukšot priekšlikumu kastīti: ");
        fire(silent, "reminderDue");
        fire(silent, "overdue");
        ProcessInstance process = process(silent);
        assertThat(process).isWaitingAt(UserTask.emptyBox.name());
        desk.finish(silent);
        assertThat(process).isEnded().hasPassed("emptiedMeanwhile", "emptyRound");
        assertThat(rounds.get(silent).state()).isEqualTo(RoundState.EMPTY);
        assertThat(actions(silent)).contains("suggestion.empty");
    }

    @Test
    void givesStaffTheBoxWhereNobodyIsInTheParish() {
        UUID id = examples.round(examples.box(null, "lv"));
        ProcessInstance process = process(id);
        assertThat(process).isWaitingAt(UserTask.emptyBox.name()).hasNotPassed("askKeeper");
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> examples.complete(id, "emptyBox", Map.of("found", "ENTERED")));
        examples.enter(id, "Asfaltu līdz kapiem");
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> examples.complete(id, "emptyBox", Map.of("found", "EMPTY")));
        examples.complete(id, "emptyBox", Map.of("found", "ENTERED"));
        assertThat(process).isWaitingAt(UserTask.sortSheets.name());
    }

    @Test
    void emptiesABoxOnceAtATime() {
        UUID box = examples.box(null, "lv");
        UUID id = examples.round(box);
        assertThat(examples.round(box)).isEqualTo(id);
    }

    @Test
    void countsWeeksAndMonthsToTheDayOfTheWeek() {
        LocalDate wednesday = LocalDate.parse("2026-11-25");
        assertThat(new Schedule(1, Schedule.Unit.WEEKS, DayOfWeek.FRIDAY).first(wednesday))
                .isEqualTo("2026-11-27");
        assertThat(new Schedule(2, Schedule.Unit.WEEKS, DayOfWeek.FRIDAY).after(wednesday))
                .isEqualTo("2026-12-11");
        assertThat(new Schedule(1, Schedule.Unit.MONTHS, DayOfWeek.MONDAY).after(wednesday))
                .isEqualTo("2026-12-28");
    }

    private void fire(UUID id, String activity) {
        assertThat(jobs.run(SuggestionBoxProcess.KEY, id.toString(), activity))
                .as(activity)
                .isTrue();
    }

    private ProcessInstance process(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(SuggestionBoxProcess.KEY)
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    private List<String> actions(UUID id) {
        return Objects.requireNonNull(transaction.execute(status ->
                        trail.of(CollectionRound.keyOf(id), Pageable.unpaged()).getContent()))
                .stream()
                .map(TrailEntry::action)
                .toList();
    }
}
