package lv.varu.task;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such task. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class TaskNotFound extends RuntimeException {
    TaskNotFound(UUID taskId) {
        super(taskId.toString());
    }
}
