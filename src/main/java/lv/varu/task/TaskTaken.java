package lv.varu.task;

import java.util.UUID;

/** A colleague does this task already. */
public class TaskTaken extends RuntimeException {
    private final UUID by;

    TaskTaken(UUID taskId, UUID by) {
        super(taskId.toString());
        this.by = by;
    }

    UUID by() {
        return by;
    }
}
