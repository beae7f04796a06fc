package lv.varu.consultation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.publication.Channel;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Takes a consultation through its process as people do; a timer fires when the test says so. */
@Component
public class ConsultationWalk {
    private final TaskDesk tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    ConsultationWalk(TaskDesk tasks, RuntimeService runtime, ManagementService jobs) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
    }

    /** From the registration to the open window. */
    public void open(UUID id, Person staff, Person manager, Channel... channels) {
        complete(id, UserTask.prepareNotice, notice(channels), staff);
        complete(id, UserTask.approveNotice, Map.of("noticeApproved", true), manager);
        fire(id, "opening");
    }

    public void close(UUID id) {
        fire(id, "reminderDue");
        fire(id, "closing");
    }

    public void deliver(UUID id, Map<String, ?> position, Person staff, Person manager) {
        complete(id, UserTask.compilePosition, position, staff);
        complete(id, UserTask.approvePosition, Map.of("positionApproved", true), manager);
        fire(id, "deliverPosition");
        while (has(id, UserTask.sendByEAddress)) {
            complete(id, UserTask.sendByEAddress, message(), staff);
        }
        fire(id, "requestAnswers");
    }

    private boolean has(UUID id, UserTask task) {
        return tasks.open(ConsultationDesk.key(id)).stream()
                .anyMatch(open -> open.taskKey().equals(task.name()));
    }

    static Map<String, Object> message() {
        return Map.of("manner", "E_ADDRESS", "number", "EA-2021-117", "sentOn", "2021-12-20", "sentAt", "14:05");
    }

    void publishAnswers(UUID id, Person staff) {
        complete(id, UserTask.publishAnswers, Map.of("read", "true"), staff);
        fire(id, "concludeAnswers");
        fire(id, "beforeReport");
    }

    void publishInChannel(UUID id, Person staff) {
        complete(
                id,
                UserTask.publishInChannel,
                Map.of("link", "https://preili.example/zina", "publishedOn", "2021-11-13"),
                staff);
    }

    public static Map<String, Object> notice(Channel... channels) {
        return Map.of(
                "summary",
                "Ko novads darīs līdz 2029. gadam.",
                "channels",
                List.of(channels).stream().map(Channel::name).toList());
    }

    public static Map<String, Object> position() {
        return Map.of("introduction", "Apkopojām priekšlikumus.", "ownView", "Atbalstām.");
    }

    public void complete(UUID id, UserTask task, Map<String, ?> values, Person by) {
        complete(ConsultationDesk.key(id), task.name(), values, by);
    }

    public void complete(CaseKey key, String task, Map<String, ?> values, Person by) {
        var waiting = tasks.open(key).stream()
                .filter(open -> open.taskKey().equals(task))
                // A task of each owner waits for a manager of that owner.
                .filter(open -> by.worksFor(open.partnership()))
                .map(OpenTask::id)
                .findFirst()
                .orElseThrow();
        tasks.complete(waiting, values, by);
    }

    public UUID task(UUID id, UserTask task) {
        return tasks.open(ConsultationDesk.key(id)).stream()
                .filter(open -> open.taskKey().equals(task.name()))
                .map(OpenTask::id)
                .findFirst()
                .orElseThrow();
    }

    public void fire(UUID id, String activity) {
        fire(ConsultationProcess.KEY, id, activity);
    }

    public void fire(String key, UUID id, String activity) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list().stream()
                .map(Job::getId)
                .forEach(jobs::executeJob);
    }
}
