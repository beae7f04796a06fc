package lv.varu.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a case go on at once where it waits for a timer or for the engine's own thread, and knows the steps at which the
 * engine has tried in vain.
 */
@Component
public class EngineJobs {
    /** More than that at once is one trouble, not many; the newest are enough to see it. */
    public static final int MOST = 2_000;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    EngineJobs(RuntimeService runtime, ManagementService management, RepositoryService repository) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    /** Runs every job that stands before or at the activity; whether there was one. */
    public boolean run(String process, String businessKey, String activity) {
        var jobs = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .list()
                                .stream())
                .toList();
        jobs.forEach(job -> management.executeJob(job.getId()));
        return !jobs.isEmpty();
    }

    public long failed() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    /** Steps for which no try is left, the latest first, at most {@link #MOST} of them. */
    public List<FailedStep> failedSteps() {
        var incidents = runtime.createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .desc()
                .listPage(0, MOST);
        var instances = incidents.stream()
                .map(Incident::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> cases = instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        var models = new HashMap<String, BpmnModelInstance>();
        return incidents.stream()
                .filter(incident -> cases.containsKey(Objects.toString(incident.getProcessInstanceId())))
                .map(incident -> step(incident, cases, models))
                .toList();
    }

    private FailedStep step(Incident incident, Map<String, String> cases, Map<String, BpmnModelInstance> models) {
        var model = models.computeIfAbsent(incident.getProcessDefinitionId(), repository::getBpmnModelInstance);
        var process =
                model.getModelElementsByType(Process.class).stream().findFirst().orElseThrow();
        var element = model.getModelElementById(incident.getActivityId());
        var name = element instanceof FlowElement step ? step.getName() : null;
        return new FailedStep(
                incident.getConfiguration(),
                process.getId(),
                Objects.requireNonNullElse(process.getName(), process.getId()),
                Objects.requireNonNull(cases.get(incident.getProcessInstanceId())),
                incident.getActivityId(),
                Objects.requireNonNullElse(name, incident.getActivityId()),
                incident.getIncidentTimestamp().toInstant(),
                Cause.of(incident.getIncidentMessage()));
    }

    /** Gives each of them one more try, at once; the ids are those of {@link #failedSteps}. */
    public void tryAgain(Collection<String> jobs) {
        if (!jobs.isEmpty()) {
            management.setJobRetries(List.copyOf(jobs), 1);
        }
    }

    /**
     * A step that could not be done.
     *
     * @param id by which the log of the program names it
     * @param process key of the model
     * @param businessKey of the case
     */
    public record FailedStep(
            String id,
            String process,
            String processName,
            String businessKey,
            String activity,
            String stepName,
            Instant since,
            Cause cause) {}

    /** Roughly why; what exactly was said may name people and stays in the log. */
    public enum Cause {
        DATABASE,
        MODEL,
        OTHER;

        static Cause of(@Nullable String message) {
            var said = Objects.requireNonNullElse(message, "").toLowerCase(Locale.ROOT);
            if (Stream.of("jdbc", "sql", "connection", "deadlock", "transaction")
                    .anyMatch(said::contains)) {
                return DATABASE;
            }
            return Stream.of("expression", "engine-", "unknown property").anyMatch(said::contains) ? MODEL : OTHER;
        }
    }
}
