package lv.varu.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lv.varu.VaruTest;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class TaskDeskTest {
    private static final Map<String, Object> PREPARED = Map.of("link", "varu.lv", "size", "SMALL");

    @Autowired
    TaskDesk desk;

    @Autowired
    Tasks tasks;

    @Autowired
    Errands errands;

    @Autowired
    Errands.PublishScreen screen;

    @Autowired
    TaskSelfCheck selfCheck;

    @Autowired
    TaskService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Trail trail;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    String partnership;
    Person anna;
    Person janis;
    Person vadis;

    @BeforeEach
    void people() {
        partnership = Errands.partnership();
        anna = errands.staff(partnership, "Anna Bērziņa");
        janis = errands.staff(partnership, "Jānis Kalniņš");
        vadis = errands.manager(partnership, "Vadis Ozols");
    }

    @Test
    void listsATaskOfTheEngineWithItsCaseAndLastDay() {
        LocalDate due = Riga.today(clock).plusDays(5);
        OpenTask task = only(errands.begin(partnership, "Jauns tilts", due));

        assertThat(task.caseTitle()).isEqualTo("Jauns tilts");
        assertThat(task.dueOn()).isEqualTo(due);
        assertThat(task.partnership()).isEqualTo(partnership);
        assertThat(EngineTasks.lastDay(engineTask(task).getDueDate())).isEqualTo(due);
    }

    @Test
    void letsOneOfTwoClaim() {
        OpenTask task = begin();

        desk.claim(task.id(), anna);

        assertThatExceptionOfType(TaskTaken.class).isThrownBy(() -> desk.claim(task.id(), janis));
        assertThat(engineTask(task).getAssignee()).isEqualTo(anna.id().toString());
    }

    @Test
    void letsOneOfTwoWhoClaimAtOnce() throws Exception {
        OpenTask task = begin();

        List<Throwable> refused = atOnce(() -> desk.claim(task.id(), anna), () -> desk.claim(task.id(), janis));

        assertThat(refused).singleElement().isInstanceOf(TaskTaken.class);
    }

    @Test
    void letsOneOfTwoWhoCompleteAtOnceAndTellsTheOther() throws Exception {
        OpenTask task = begin();

        List<Throwable> refused =
                atOnce(() -> desk.complete(task.id(), PREPARED, anna), () -> desk.complete(task.id(), PREPARED, janis));

        assertThat(refused).singleElement().isInstanceOfSatisfying(TaskAlreadyDone.class, late -> {
            assertThat(late.by()).isIn(anna.id(), janis.id());
            assertThat(late.at()).isNotNull();
        });
        assertThat(errands.completed)
                .filteredOn(done -> done.taskId().equals(task.id()))
                .hasSize(1);
    }

    @Test
    void letsTwoCompleteDifferentTasksOfOneCaseAtOnce() throws Exception {
        CaseKey key = published();
        List<OpenTask> open = desk.open(key);
        assertThat(open).extracting(OpenTask::detail).containsExactlyInAnyOrder("FACEBOOK", "PRESS");

        List<Throwable> refused = atOnce(
                () -> desk.complete(open.get(0).id(), Map.of("link", "a.lv", "reach", 5), anna),
                () -> desk.complete(open.get(1).id(), Map.of("link", "b.lv", "reach", 7), janis));

        assertThat(refused).isEmpty();
        assertThat(desk.open(key)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.id())
                        .count())
                .isZero();
    }

    @Test
    void checksTheRulesOfTheModel() {
        OpenTask task = begin();

        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> desk.complete(
                        task.id(),
                        Map.of("link", "", "count", "9", "publishedOn", "31.02.", "size", "HUGE", "fixed", "cits"),
                        anna))
                .satisfies(refused ->
                        assertThat(refused.fields()).containsExactly("link", "count", "publishedOn", "size"));
        assertThat(tasks.get(task.id()).isOpen()).isTrue();
        assertThat(tasks.get(task.id()).task().assignee()).isNull();
    }

    @Test
    void keepsOnlyDecisionsInTheEngine() {
        CaseKey key = errands.begin(partnership, "Tilts", null);

        desk.complete(
                only(key).id(),
                Map.of("link", "varu.lv", "count", 3, "publishedOn", LocalDate.of(2021, 11, 12), "size", "LARGE"),
                anna);

        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.id())
                .singleResult();
        assertThat(runtime.getVariables(instance.getId()))
                .containsEntry("size", "LARGE")
                .doesNotContainKeys("link", "count", "publishedOn", "fixed");
        TaskCompleted told = errands.completed.get(errands.completed.size() - 1);
        assertThat(told.text("link")).isEqualTo("varu.lv");
        assertThat(told.number("count")).isEqualTo(3L);
        assertThat(told.date("publishedOn")).isEqualTo("2021-11-12");
        assertThat(told.text("fixed")).isEqualTo("tā paliek");
        assertThat(told.by()).isEqualTo(anna);
    }

    @Test
    void asksWhyWhenSomethingIsReturned() {
        CaseKey key = prepared();
        UUID approve = only(key).id();

        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> desk.complete(approve, Map.of("approved", false), vadis))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("comment"));

        desk.complete(approve, Map.of("approved", false, "comment", "Trūkst datuma"), vadis);
        assertThat(only(key).taskKey()).isEqualTo("prepare");
    }

    @Test
    void leavesADecisionOfTheManagerToTheManager() {
        UUID approve = only(prepared()).id();

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.complete(approve, Map.of("approved", true), anna));
    }

    @Test
    void bindsAndChecksAScreen() {
        CaseKey key = published();
        UUID publish = desk.open(key).get(0).id();

        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> desk.complete(publish, Map.of("link", " ", "reach", 1), anna))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("link"));
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> desk.complete(publish, Map.of("link", "x", "reach", "daudz"), anna))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("reach"));
        assertThatExceptionOfType(FormRefused.class)
                .isThrownBy(() -> desk.complete(publish, Map.of("link", "x", "reach", -1), anna))
                .satisfies(refused -> assertThat(refused.fields()).containsExactly("reach"));

        desk.complete(publish, Map.of("link", " fb.lv ", "reach", 12), anna);
        assertThat(screen.done).contains(new Errands.Publication("fb.lv", 12));
    }

    @Test
    void handsOverWithinThePartnershipOnly() {
        OpenTask task = begin();
        Person stranger = errands.staff(Errands.partnership(), "Svešais");
        desk.claim(task.id(), anna);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.handOver(task.id(), stranger, anna));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.handOver(task.id(), janis, janis));

        desk.handOver(task.id(), janis, anna);
        assertThat(engineTask(task).getAssignee()).isEqualTo(janis.id().toString());
        assertThat(tasks.get(task.id()).assignedBy()).isEqualTo(anna.id());
    }

    @Test
    void letsAManagerTakeOverFromAColleague() {
        OpenTask task = begin();
        desk.claim(task.id(), anna);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.takeOver(task.id(), janis));
        desk.takeOver(task.id(), vadis);

        assertThat(tasks.get(task.id()).task().assignee()).isEqualTo(vadis.id());
        assertThat(actions(task)).containsExactly("task.takenOver", "task.claimed");
    }

    @Test
    void keepsAnAdministratorOutUntilTheyTakeOver() {
        OpenTask task = begin();
        Person admin = errands.administrator("Administrators");

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.complete(task.id(), PREPARED, admin));
        desk.takeOver(task.id(), admin);
        desk.complete(task.id(), PREPARED, admin);

        assertThat(tasks.get(task.id()).doneBy()).isEqualTo(admin.id());
    }

    @Test
    void refusesPeopleOfOtherPartnerships() {
        OpenTask task = begin();
        Person stranger = errands.manager(Errands.partnership(), "Svešais");

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.claim(task.id(), stranger));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.note(task.id(), "Sveiki", stranger));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.complete(task.id(), PREPARED, stranger));
    }

    @Test
    void dropsATaskThatATimerHasEnded() {
        CaseKey key = errands.begin(partnership, "Tilts", null);
        OpenTask task = only(key);
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.id())
                .singleResult()
                .getId();

        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId());

        assertThat(desk.open(key)).isEmpty();
        assertThat(tasks.get(task.id()).state()).isEqualTo(StoredTask.State.CANCELLED);
        assertThat(actions(task)).containsExactly("task.cancelled");
        assertThatExceptionOfType(TaskAlreadyDone.class)
                .isThrownBy(() -> desk.complete(task.id(), PREPARED, anna))
                .satisfies(late -> assertThat(late.by()).isNull());
    }

    @Test
    void movesTheLastDayInBothPlaces() {
        LocalDate later = Riga.today(clock).plusDays(40);
        CaseKey key = errands.begin(partnership, "Tilts", Riga.today(clock));

        errands.moveDueDate(key, later);
        desk.reschedule(key);

        assertThat(only(key).dueOn()).isEqualTo(later);
        assertThat(EngineTasks.lastDay(engineTask(only(key)).getDueDate())).isEqualTo(later);
    }

    @Test
    void keepsADraftPerPersonUntilTheTaskIsDone() {
        OpenTask task = begin();

        desk.keep(task.id(), Typed.of(Map.of("count", "nezinu")), anna);

        assertThat(drafts.find(task.id(), anna))
                .map(draft -> draft.typed().first("count"))
                .contains("nezinu");
        assertThat(drafts.find(task.id(), janis)).isEmpty();
        desk.complete(task.id(), PREPARED, janis);
        assertThat(drafts.find(task.id(), anna)).isEmpty();
    }

    @Test
    void rollsEverythingBackTogether() {
        OpenTask task = begin();
        jdbc.sql("update task set engine_id = engine_id || '-' where id = ?")
                .param(task.id())
                .update();

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> desk.complete(task.id(), PREPARED, anna));

        assertThat(actions(task)).isEmpty();
        jdbc.sql("update task set engine_id = rtrim(engine_id, '-') where id = ?")
                .param(task.id())
                .update();
    }

    @Test
    void mendsWhatDiffersFromTheEngine() {
        OpenTask missing = begin();
        OpenTask strayed = begin();
        OpenTask gone = begin();
        String missingId = tasks.get(missing.id()).engineId();
        jdbc.sql("delete from task where id = ?").param(missing.id()).update();
        jdbc.sql("update task set assignee = ? where id = ?")
                .params(anna.id(), strayed.id())
                .update();
        jdbc.sql("update task set engine_id = ? where id = ?")
                .params(UUID.randomUUID().toString(), gone.id())
                .update();

        assertThat(selfCheck.check()).isGreaterThanOrEqualTo(4);

        assertThat(tasks.findByEngineId(missingId)).isPresent();
        assertThat(tasks.get(strayed.id()).task().assignee()).isNull();
        assertThat(tasks.get(gone.id()).state()).isEqualTo(StoredTask.State.CANCELLED);
        assertThat(selfCheck.check()).isZero();
    }

    private OpenTask begin() {
        return only(errands.begin(partnership, "Tilts", null));
    }

    private CaseKey prepared() {
        CaseKey key = errands.begin(partnership, "Tilts", null);
        desk.complete(only(key).id(), PREPARED, anna);
        return key;
    }

    private CaseKey published() {
        CaseKey key = prepared();
        desk.complete(only(key).id(), Map.of("approved", true), vadis);
        return key;
    }

    private OpenTask only(CaseKey key) {
        List<OpenTask> open = desk.open(key);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private org.camunda.bpm.engine.task.Task engineTask(OpenTask task) {
        return engine.createTaskQuery().taskId(tasks.get(task.id()).engineId()).singleResult();
    }

    private List<String> actions(OpenTask task) {
        return trail.of(task.caseKey(), Pageable.ofSize(20))
                .map(TrailEntry::action)
                .toList();
    }

    private static List<Throwable> atOnce(Runnable... works) throws Exception {
        var barrier = new CyclicBarrier(works.length);
        var threads = Executors.newFixedThreadPool(works.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable work : works) {
                running.add(threads.submit((Callable<?>) () -> {
                    barrier.await();
                    work.run();
                    return null;
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdown();
        }
    }
}
