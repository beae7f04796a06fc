package lv.varu.engine;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Lets a case go on at once where it waits for a timer or for the engine's own thread. */
@Component
public class EngineJobs {
    private final RuntimeService runtime;
    private final ManagementService management;

    EngineJobs(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
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
}
