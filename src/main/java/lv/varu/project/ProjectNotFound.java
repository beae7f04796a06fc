package lv.varu.project;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class ProjectNotFound extends RuntimeException {
    ProjectNotFound(UUID id) {
        super(id.toString());
    }
}
