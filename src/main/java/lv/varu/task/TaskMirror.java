package lv.varu.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps our table equal to the engine's tasks, event by event, in the engine's transaction. */
@Component
class TaskMirror {
    private final Tasks tasks;
    private final EngineTasks engine;
    private final Trail trail;
    private final Clock clock;
    private final Contributed<CaseTitles> titles;
    private final Contributed<TaskDueDates> dueDates;

    TaskMirror(
            Tasks tasks,
            EngineTasks engine,
            Trail trail,
            Clock clock,
            ObjectProvider<CaseTitles> titles,
            ObjectProvider<TaskDueDates> dueDates) {
        this.tasks = tasks;
        this.engine = engine;
        this.trail = trail;
        this.clock = clock;
        this.titles = new Contributed<>(titles, CaseTitles::kind);
        this.dueDates = new Contributed<>(dueDates, TaskDueDates::processKey);
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> appear(task);
            case TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE ->
                change(task.getId(), EngineTasks.person(task.getAssignee()), EngineTasks.lastDay(task.getDueDate()));
            case TaskListener.EVENTNAME_COMPLETE -> complete(task);
            case TaskListener.EVENTNAME_DELETE -> withdraw(task.getId());
            default -> {
                // a time-out listener of the model changes nothing in the list
            }
        }
    }

    private void appear(DelegateTask task) {
        NewTask appeared = engine.read(task);
        Instant now = clock.instant();
        LocalDate dueOn = appeared.dueOn() == null
                ? dueOn(appeared.model().processKey(), appeared.model().taskKey(), appeared.caseKey(), now)
                : appeared.dueOn();
        task.setDueDate(EngineTasks.end(dueOn));
        tasks.add(appeared, titleOf(appeared), dueOn, now);
    }

    /** What nobody had claimed was done by whoever completed it; said here, the engine writes it with the rest. */
    private void complete(DelegateTask task) {
        UUID by = actor();
        if (task.getAssignee() == null && by != null) {
            task.setAssignee(by.toString());
        }
        finish(task.getId());
    }

    /** For a task that the list has missed. */
    void add(NewTask missed) {
        tasks.add(missed, titleOf(missed), missed.dueOn(), clock.instant());
    }

    void change(String engineId, @Nullable UUID assignee, @Nullable LocalDate dueOn) {
        tasks.change(engineId, assignee, actor(), dueOn, clock.instant());
    }

    void finish(String engineId) {
        tasks.close(engineId, StoredTask.State.DONE, actor(), clock.instant());
    }

    /** The process no longer needs the task. */
    void withdraw(String engineId) {
        if (tasks.close(engineId, StoredTask.State.CANCELLED, null, clock.instant())) {
            StoredTask gone = tasks.findByEngineId(engineId).orElseThrow();
            trail.record(gone.task().caseKey(), "task.cancelled", Map.of("task", gone.name()));
        }
    }

    @Nullable
    LocalDate dueOn(String processKey, String taskKey, CaseKey caseKey, Instant createdAt) {
        return dueDates.find(processKey)
                .flatMap(dates -> dates.dueOn(taskKey, caseKey, createdAt))
                .orElse(null);
    }

    private String titleOf(NewTask task) {
        return titles.find(task.caseKey().kind())
                .map(known -> known.titleOf(task.caseKey().id()))
                .orElse("");
    }

    private static @Nullable UUID actor() {
        Actor actor = Acting.current();
        return actor.kind() == Actor.Kind.ACCOUNT ? UUID.fromString(actor.id()) : null;
    }
}
