package lv.varu.broadcast;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class BroadcastNotFound extends RuntimeException {
    BroadcastNotFound(Object which) {
        super(which.toString());
    }
}
