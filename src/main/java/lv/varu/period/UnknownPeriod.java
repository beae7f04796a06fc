package lv.varu.period;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownPeriod extends RuntimeException {
    UnknownPeriod(String rule) {
        super(rule);
    }
}
