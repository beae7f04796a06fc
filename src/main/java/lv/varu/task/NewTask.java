package lv.varu.task;

import java.time.LocalDate;
import java.util.UUID;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/** What the engine says about a task that has just appeared. */
record NewTask(
        String engineId,
        String modelId,
        ModelTask model,
        @Nullable String detail,
        CaseKey caseKey,
        Team team,
        @Nullable UUID assignee,
        @Nullable LocalDate dueOn) {

    /** The candidate group of the model: {@code KAIMINI:STAFF}. */
    record Team(String partnership, Role role) {
        static Team parse(String group) {
            int colon = group.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException(group);
            }
            return new Team(group.substring(0, colon), Role.valueOf(group.substring(colon + 1)));
        }
    }
}
