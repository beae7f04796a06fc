package lv.varu.suggestion;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class BoxNotFound extends RuntimeException {
    BoxNotFound(Object which) {
        super(which.toString());
    }
}
