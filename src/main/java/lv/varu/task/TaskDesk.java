package lv.varu.task;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;

/** What people do with tasks. */
@Service
public class TaskDesk {
    private final Tasks tasks;
    private final EngineTasks engine;
    private final TaskMirror mirror;
    private final TaskForms forms;
    private final Drafts drafts;
    private final Notes notes;
    private final TaskWords words;
    private final Trail trail;
    private final Attempts attempts;
    private final Clock clock;

    TaskDesk(
            Tasks tasks,
            EngineTasks engine,
            TaskMirror mirror,
            TaskForms forms,
            Drafts drafts,
            Notes notes,
            TaskWords words,
            Trail trail,
            Attempts attempts,
            Clock clock) {
        this.tasks = tasks;
        this.engine = engine;
        this.mirror = mirror;
        this.forms = forms;
        this.drafts = drafts;
        this.notes = notes;
        this.words = words;
        this.trail = trail;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The open tasks of a case, oldest first. */
    public List<OpenTask> open(CaseKey caseKey) {
        return open(List.of(caseKey)).getOrDefault(caseKey, List.of());
    }

    /** The open tasks of many cases in one query. */
    public Map<CaseKey, List<OpenTask>> open(Collection<CaseKey> caseKeys) {
        return tasks.openOf(caseKeys).stream().map(StoredTask::task).collect(groupingBy(OpenTask::caseKey));
    }

    /** What people call it, in their language. */
    public String name(OpenTask task, Locale locale) {
        return words.name(task, task.taskKey(), locale);
    }

    /** How much waits for whom in a partnership, in all of them when none is given; the most overdue first. */
    public List<Load> loads(@Nullable String partnership) {
        return tasks.loads(partnership, Riga.today(clock));
    }

    /** @param assignee none for what nobody has claimed */
    public record Load(@Nullable UUID assignee, long open, long overdue) {}

    public void claim(UUID taskId, Person by) {
        change(taskId, by, task -> {
            if (task.isOf(by)) {
                return;
            }
            if (task.task().assignee() != null) {
                throw new TaskTaken(taskId, task.task().assignee());
            }
            allow(task, by, StoredTask::mayBeClaimedBy);
            engine.assign(task.engineId(), by.id());
            record(task, "task.claimed", Map.of());
        });
    }

    /** From whoever does it now, for example because they are ill. */
    void takeOver(UUID taskId, Person by) {
        change(taskId, by, task -> {
            allow(task, by, StoredTask::mayBeTakenOverBy);
            engine.assign(task.engineId(), by.id());
            record(task, "task.takenOver", Map.of());
        });
    }

    /** Gives the task back to everybody who may do it. */
    public void release(UUID taskId, Person by) {
        change(taskId, by, task -> {
            allow(task, by, StoredTask::mayBeReleasedBy);
            engine.assign(task.engineId(), null);
            record(task, "task.released", Map.of());
        });
    }

    public void handOver(UUID taskId, Person to, Person by) {
        change(taskId, by, task -> {
            allow(task, by, StoredTask::mayBeHandedOverBy);
            allow(task, to, StoredTask::isFor);
            engine.assign(task.engineId(), to.id());
            record(task, "task.handedOver", Map.of("to", to.name()));
        });
    }

    /** Out of sight until the day; null brings it back. */
    void followUp(UUID taskId, @Nullable LocalDate day, Person by) {
        change(taskId, by, task -> {
            allow(task, by, StoredTask::mayBeHandedOverBy);
            tasks.followUp(taskId, day);
            trail.record(
                    task.task().caseKey(),
                    day == null ? "task.resumed" : "task.deferred",
                    day == null ? facts(task) : Map.of("task", task.name(), "followUpOn", day.toString()));
        });
    }

    void note(UUID taskId, String text, Person by) {
        attempts.run(by, () -> {
            StoredTask task = tasks.get(taskId);
            allow(task, by, StoredTask::isVisibleTo);
            notes.add(taskId, by, text.strip(), clock.instant());
            tasks.touch(taskId, clock.instant());
            record(task, "task.noted", Map.of("note", text.strip()));
        });
    }

    /** Whatever it is worth; nobody else sees it. */
    @Transactional
    void keep(UUID taskId, Typed typed, Person by) {
        StoredTask task = tasks.get(taskId).stillOpen();
        allow(task, by, StoredTask::isVisibleTo);
        drafts.keep(taskId, by, typed, clock.instant());
    }

    /**
     * Completes a task as its form would: values are texts or their types, checked by the same rules.
     *
     * @throws FormRefused when a value breaks a rule of the form
     * @throws TaskAlreadyDone when somebody was faster
     */
    public void complete(UUID taskId, Map<String, ?> values, Person by) {
        complete(taskId, Typed.of(values), by);
    }

    void complete(UUID taskId, Typed typed, Person by) {
        change(taskId, by, task -> {
            if (task.task().assignee() != null && !task.isOf(by)) {
                throw new TaskTaken(taskId, task.task().assignee());
            }
            allow(task, by, StoredTask::mayBeCompletedBy);
            TaskForm form = forms.of(task);
            BindingResult filled = form.fill(typed);
            form.check(filled);
            if (filled.hasErrors()) {
                throw new FormRefused(filled);
            }
            record(task, "task.completed", Map.of());
            engine.complete(task.engineId(), done(form, filled, by));
        });
    }

    private static Map<String, @Nullable Object> done(TaskForm form, BindingResult filled, Person by) {
        try {
            return form.complete(filled, by);
        } catch (FieldRefused refused) {
            refused.tell(filled);
            throw new FormRefused(filled);
        }
    }

    /** The case has another title from now on. */
    @Transactional
    public void rename(CaseKey caseKey, String title) {
        tasks.rename(caseKey, title);
    }

    /** Asks again for the last days of the case's open tasks. */
    @Transactional
    public void reschedule(CaseKey caseKey) {
        for (StoredTask task : tasks.openOf(List.of(caseKey))) {
            OpenTask open = task.task();
            LocalDate dueOn = mirror.dueOn(open.processKey(), open.taskKey(), caseKey, open.createdAt());
            if (!Objects.equals(dueOn, open.dueOn())) {
                engine.reschedule(task.engineId(), dueOn);
            }
        }
    }

    private void change(UUID taskId, Person by, Consumer<StoredTask> work) {
        attempts.run(by, () -> {
            StoredTask task = tasks.lock(taskId).orElseThrow(() -> new TaskNotFound(taskId));
            allow(task, by, StoredTask::isVisibleTo);
            work.accept(task.stillOpen());
        });
    }

    private void record(StoredTask task, String action, Map<String, String> personal) {
        trail.record(task.task().caseKey(), action, facts(task), personal);
    }

    private static Map<String, String> facts(StoredTask task) {
        return Map.of("task", task.name());
    }

    private static void allow(StoredTask task, Person person, BiPredicate<StoredTask, Person> rule) {
        if (!rule.test(task, person)) {
            throw new NotAllowed();
        }
    }
}
