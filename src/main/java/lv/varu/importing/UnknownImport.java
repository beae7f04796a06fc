package lv.varu.importing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownImport extends RuntimeException {
    UnknownImport(String what) {
        super(what);
    }
}
