package lv.varu.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param detail the element that a repeated task is about, for example a channel
 * @param role the least role that may do it
 * @param dueOn the last day
 */
public record OpenTask(
        UUID id,
        String processKey,
        String taskKey,
        @Nullable String detail,
        CaseKey caseKey,
        String caseTitle,
        String partnership,
        Role role,
        @Nullable UUID assignee,
        Instant createdAt,
        @Nullable LocalDate dueOn) {

    public boolean is(String processKey, String taskKey) {
        return processKey.equals(this.processKey) && taskKey.equals(this.taskKey);
    }
}
