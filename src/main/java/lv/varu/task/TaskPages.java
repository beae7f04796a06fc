package lv.varu.task;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Puts together what the pages of a task show. */
@Component
class TaskPages {
    private final Tasks tasks;
    private final TaskList list;
    private final TaskForms forms;
    private final TaskWords words;
    private final Drafts drafts;
    private final Notes notes;
    private final People people;
    private final LatvianDates dates;
    private final Clock clock;
    private final Contributed<TaskBackground> backgrounds;
    private final Contributed<CaseTitles> cases;

    TaskPages(
            Tasks tasks,
            TaskList list,
            TaskForms forms,
            TaskWords words,
            Drafts drafts,
            Notes notes,
            People people,
            LatvianDates dates,
            Clock clock,
            ObjectProvider<TaskBackground> backgrounds,
            ObjectProvider<CaseTitles> cases) {
        this.tasks = tasks;
        this.list = list;
        this.forms = forms;
        this.words = words;
        this.drafts = drafts;
        this.notes = notes;
        this.people = people;
        this.dates = dates;
        this.clock = clock;
        this.backgrounds = new Contributed<>(backgrounds, TaskBackground::processKey);
        this.cases = new Contributed<>(cases, CaseTitles::kind);
    }

    List<TaskRow> rows(List<StoredTask> page, TaskFilter filter, @Nullable UUID chosen, Person reader) {
        Map<UUID, Person> names = people.find(peopleOf(page));
        return page.stream()
                .map(task -> new TaskRow(
                        task.id(),
                        filter.link(filter.page(), task.id()),
                        words.name(task),
                        task.task().caseTitle(),
                        why(task, reader, names),
                        words.due(task.task().dueOn()),
                        task.mark(),
                        task.id().equals(chosen)))
                .toList();
    }

    /** Everything about one task; the person has seen it now. */
    @Transactional
    void show(UUID id, Person reader, Model model) {
        StoredTask task = visible(id, reader);
        show(task, reader, model);
        list.seen(id, reader, clock.instant());
        if (task.mayBeCompletedBy(reader)) {
            TaskForm form = forms.of(task);
            Optional<Drafts.Draft> draft = drafts.find(id, reader);
            draft.ifPresent(kept -> model.addAttribute("draftSaved", dates.dateTime(kept.savedAt())));
            fill(form, draft.map(kept -> form.fill(kept.typed())).orElseGet(form::untouched), model);
        }
    }

    /** The same page with everything typed still there. */
    @Transactional(readOnly = true)
    void showTyped(UUID id, BindingResult filled, Person reader, Model model) {
        StoredTask task = visible(id, reader);
        show(task, reader, model);
        model.addAttribute("refused", true);
        fill(forms.of(task), filled, model);
    }

    /** For somebody who came too late: what they typed, to copy. */
    @Transactional(readOnly = true)
    void showLate(UUID id, @Nullable Typed typed, Person reader, Model model) {
        StoredTask task = visible(id, reader);
        show(task, reader, model);
        if (typed != null) {
            TaskForm form = forms.of(task);
            fill(form, form.fill(typed), model);
        }
    }

    private StoredTask visible(UUID id, Person reader) {
        StoredTask task = tasks.get(id);
        if (!task.isVisibleTo(reader)) {
            throw new NotAllowed();
        }
        return task;
    }

    private void show(StoredTask task, Person reader, Model model) {
        List<Notes.Note> thread = notes.of(task.id());
        Set<UUID> mentioned = peopleOf(List.of(task));
        thread.forEach(note -> mentioned.add(note.by()));
        Map<UUID, Person> names = people.find(mentioned);
        model.addAttribute("task", task.task());
        model.addAttribute("taskName", words.name(task));
        model.addAttribute("state", task.state());
        model.addAttribute("why", why(task, reader, names));
        model.addAttribute("due", words.due(task.task().dueOn()));
        model.addAttribute("followUp", task.followUpOn() == null ? null : dates.date(task.followUpOn()));
        model.addAttribute("tomorrow", Riga.today(clock).plusDays(1));
        model.addAttribute("doneBy", name(task.doneBy(), names));
        model.addAttribute("doneAt", task.doneAt() == null ? "" : dates.dateTime(task.doneAt()));
        model.addAttribute("assigneeName", name(task.task().assignee(), names));
        model.addAttribute("can", can(task, reader));
        model.addAttribute("colleagues", task.mayBeHandedOverBy(reader) ? colleagues(task) : Map.of());
        model.addAttribute(
                "notes",
                thread.stream()
                        .map(note -> new Said(name(note.by(), names), note.text(), dates.dateTime(note.at())))
                        .toList());
        model.addAttribute("partnership", task.task().partnership());
        model.addAttribute(
                "casePage",
                cases.find(task.task().caseKey().kind())
                        .flatMap(titles -> titles.pageOf(task.task().caseKey().id()))
                        .orElse(null));
        backgrounds.find(task.task().processKey()).ifPresent(background -> {
            model.addAttribute("backgroundTemplate", background.template());
            model.addAttribute("background", background.model(task.task()));
        });
    }

    private static void fill(TaskForm form, BindingResult filled, Model model) {
        model.addAttribute("formTemplate", form.template());
        model.addAttribute("screen", form.model());
        model.addAttribute("takesFiles", form.takesFiles());
        Object typed = filled.getTarget();
        // Nothing could be made of what was typed: the page then draws the fields from the binding alone.
        model.addAttribute(
                TaskForm.NAME,
                typed == null ? Objects.requireNonNull(form.untouched().getTarget()) : typed);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + TaskForm.NAME, filled);
    }

    private static Can can(StoredTask task, Person reader) {
        return new Can(
                task.mayBeClaimedBy(reader),
                task.mayBeTakenOverBy(reader),
                task.mayBeCompletedBy(reader),
                task.mayBeReleasedBy(reader),
                task.mayBeHandedOverBy(reader));
    }

    private Map<UUID, String> colleagues(StoredTask task) {
        Map<UUID, String> colleagues = new LinkedHashMap<>();
        people.of(task.task().partnership()).stream()
                .filter(task::isFor)
                .filter(person -> !task.isOf(person))
                .forEach(person -> colleagues.put(person.id(), person.name()));
        return colleagues;
    }

    private String why(StoredTask task, Person reader, Map<UUID, Person> names) {
        UUID assignee = task.task().assignee();
        if (task.state() == StoredTask.State.DONE && task.doneAt() != null) {
            return words.text("task.why.done", name(task.doneBy(), names), dates.dateTime(task.doneAt()));
        }
        if (assignee == null) {
            return words.text("task.why.open." + task.task().role());
        }
        if (!task.isOf(reader)) {
            return words.text("task.why.other", name(assignee, names));
        }
        return task.assignedBy() == null || assignee.equals(task.assignedBy())
                ? words.text("task.why.mine")
                : words.text("task.why.handed", name(task.assignedBy(), names));
    }

    private static String name(@Nullable UUID id, Map<UUID, Person> names) {
        return id == null || !names.containsKey(id) ? "" : names.get(id).name();
    }

    private static Set<UUID> peopleOf(List<StoredTask> page) {
        Set<UUID> ids = new HashSet<>();
        page.stream()
                .flatMap(task -> Stream.of(
                        Optional.ofNullable(task.task().assignee()),
                        Optional.ofNullable(task.assignedBy()),
                        Optional.ofNullable(task.doneBy())))
                .flatMap(Optional::stream)
                .forEach(ids::add);
        return ids;
    }

    /** What the reader may do with the task. */
    record Can(boolean claim, boolean takeOver, boolean complete, boolean release, boolean handOver) {}

    /** A note as the page shows it. */
    record Said(String by, String text, String at) {}
}
