package lv.varu.commitment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class CommitmentNotFound extends RuntimeException {
    CommitmentNotFound(String which) {
        super(which);
    }
}
