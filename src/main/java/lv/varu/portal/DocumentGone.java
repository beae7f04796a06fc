package lv.varu.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no public consultation with this code. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class DocumentGone extends RuntimeException {
    DocumentGone(String code) {
        super(code);
    }
}
