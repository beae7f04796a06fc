package lv.varu.directory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The directory holds nothing under this code or id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownEntry extends RuntimeException {
    UnknownEntry(Object key) {
        super(key.toString());
    }
}
