package lv.varu.task;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody completed a plain form. Listeners run in the transaction of the completion, before the process moves on, so
 * that the next steps find what they store; values that are no decisions reach them only here.
 */
public record TaskCompleted(OpenTask task, Map<String, @Nullable Object> values, Person by) {

    public CaseKey caseKey() {
        return task.caseKey();
    }

    public UUID taskId() {
        return task.id();
    }

    public boolean is(String processKey, String taskKey) {
        return task.is(processKey, taskKey);
    }

    /** An empty text when nothing was typed. */
    public String text(String field) {
        return Objects.toString(values.get(field), "");
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    public @Nullable LocalDate date(String field) {
        return (LocalDate) values.get(field);
    }

    public @Nullable Long number(String field) {
        return (Long) values.get(field);
    }
}
