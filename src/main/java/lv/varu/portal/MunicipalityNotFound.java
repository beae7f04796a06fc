package lv.varu.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class MunicipalityNotFound extends RuntimeException {
    MunicipalityNotFound(String code) {
        super(code);
    }
}
