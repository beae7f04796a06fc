package lv.varu.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import org.springframework.stereotype.Service;

/** What people do with tasks. */
@Service
public class TaskDesk {

    /** The open tasks of a case, oldest first. */
    public List<OpenTask> open(CaseKey caseKey) {
        return List.of();
    }

    /** The open tasks of many cases in one query. */
    public Map<CaseKey, List<OpenTask>> open(Collection<CaseKey> caseKeys) {
        return Map.of();
    }

    public void claim(UUID taskId, Person by) {}

    public void release(UUID taskId, Person by) {}

    public void handOver(UUID taskId, Person to, Person by) {}

    /**
     * Completes a task as its form would: values are texts or their types, checked by the same rules.
     *
     * @throws FormRefused when a value breaks a rule of the form
     * @throws TaskAlreadyDone when somebody was faster
     */
    public void complete(UUID taskId, Map<String, ?> values, Person by) {}

    /** The case has another title from now on. */
    public void rename(CaseKey caseKey, String title) {}

    /** The case's tasks that are open have another last day. */
    public void reschedule(CaseKey caseKey) {}
}
