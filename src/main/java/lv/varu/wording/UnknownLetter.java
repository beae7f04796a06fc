package lv.varu.wording;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownLetter extends RuntimeException {
    UnknownLetter(String template) {
        super(template);
    }
}
