package lv.varu.insight;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No consultation has this code. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownConsultation extends RuntimeException {
    UnknownConsultation(String code) {
        super(code);
    }
}
