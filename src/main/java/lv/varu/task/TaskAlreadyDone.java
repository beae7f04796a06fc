package lv.varu.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody else was faster, or the process no longer needs the task. */
@ResponseStatus(HttpStatus.CONFLICT)
public class TaskAlreadyDone extends RuntimeException {
    private final UUID taskId;
    private final @Nullable UUID by;
    private final @Nullable Instant at;

    TaskAlreadyDone(UUID taskId, @Nullable UUID by, @Nullable Instant at) {
        super(taskId.toString());
        this.taskId = taskId;
        this.by = by;
        this.at = at;
    }

    public UUID taskId() {
        return taskId;
    }

    /** Nobody when the process withdrew the task. */
    public @Nullable UUID by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }
}
