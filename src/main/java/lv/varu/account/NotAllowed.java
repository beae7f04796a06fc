package lv.varu.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A signed-in person asked for something that their role or partnership does not open. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotAllowed extends RuntimeException {
    public NotAllowed() {
        super("not allowed");
    }
}
