package lv.varu.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lv.varu.audit.CaseKey;

/** The last day for a task of a feature; asked once, when the task appears. */
public interface TaskDueDates {
    String processKey();

    Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt);
}
