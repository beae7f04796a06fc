package lv.varu.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's own tasks, in our words. */
@Component
class EngineTasks {
    private final TaskService service;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ModelTasks models;

    EngineTasks(TaskService service, RuntimeService runtime, HistoryService history, ModelTasks models) {
        this.service = service;
        this.runtime = runtime;
        this.history = history;
        this.models = models;
    }

    void complete(String engineId, Map<String, Object> variables) {
        service.complete(engineId, variables);
    }

    void assign(String engineId, @Nullable UUID person) {
        service.setAssignee(engineId, person == null ? null : person.toString());
    }

    void reschedule(String engineId, @Nullable LocalDate dueOn) {
        Task task = service.createTaskQuery().taskId(engineId).singleResult();
        task.setDueDate(end(dueOn));
        service.saveTask(task);
    }

    List<Known> open(int from, int size) {
        return service.createTaskQuery().orderByTaskId().asc().listPage(from, size).stream()
                .map(EngineTasks::known)
                .toList();
    }

    Optional<Known> known(String engineId) {
        return Optional.ofNullable(service.createTaskQuery().taskId(engineId).singleResult())
                .map(EngineTasks::known);
    }

    private static Known known(Task task) {
        return new Known(task.getId(), person(task.getAssignee()), lastDay(task.getDueDate()));
    }

    /** Whether a task that is gone was completed rather than withdrawn. */
    boolean wasCompleted(String engineId) {
        var past = history.createHistoricTaskInstanceQuery().taskId(engineId).singleResult();
        return past != null && "completed".equals(past.getDeleteReason());
    }

    NewTask read(DelegateTask task) {
        ModelTask model = models.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return new NewTask(
                task.getId(),
                task.getProcessDefinitionId(),
                model,
                detail(model, model.elementVariable() == null ? null : task.getVariable(model.elementVariable())),
                CaseKey.of(model.processKey(), task.getExecution().getProcessBusinessKey()),
                team(task.getTaskDefinitionKey(), task.getCandidates()),
                person(task.getAssignee()),
                lastDay(task.getDueDate()));
    }

    /** None when the task has gone meanwhile. */
    Optional<NewTask> find(String engineId) {
        return Optional.ofNullable(service.createTaskQuery().taskId(engineId).singleResult())
                .map(this::read);
    }

    private NewTask read(Task task) {
        ModelTask model = models.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String variable = model.elementVariable();
        return new NewTask(
                task.getId(),
                task.getProcessDefinitionId(),
                model,
                detail(model, variable == null ? null : service.getVariable(task.getId(), variable)),
                CaseKey.of(model.processKey(), instance.getBusinessKey()),
                team(task.getTaskDefinitionKey(), service.getIdentityLinksForTask(task.getId())),
                person(task.getAssignee()),
                lastDay(task.getDueDate()));
    }

    private static @Nullable String detail(ModelTask model, @Nullable Object element) {
        return model.elementVariable() == null ? null : Objects.toString(element, null);
    }

    private static NewTask.Team team(String taskKey, Collection<IdentityLink> links) {
        return links.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(NewTask.Team::parse)
                .orElseThrow(() -> new TaskForNobody(taskKey));
    }

    static @Nullable UUID person(@Nullable String assignee) {
        return assignee == null ? null : UUID.fromString(assignee);
    }

    static @Nullable LocalDate lastDay(@Nullable Date due) {
        return due == null ? null : Riga.dayOf(due.toInstant().minusMillis(1));
    }

    static @Nullable Date end(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : Date.from(Riga.endOf(lastDay));
    }

    /** What we compare. */
    record Known(
            String engineId,
            @Nullable UUID assignee,
            @Nullable LocalDate dueOn) {}

    /** A model names no candidate group. */
    static class TaskForNobody extends IllegalStateException {
        TaskForNobody(String taskKey) {
            super(taskKey);
        }
    }
}
