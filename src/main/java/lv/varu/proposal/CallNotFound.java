package lv.varu.proposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No consultation has this code, or it is not public. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class CallNotFound extends RuntimeException {
    public CallNotFound(String code) {
        super(code);
    }
}
