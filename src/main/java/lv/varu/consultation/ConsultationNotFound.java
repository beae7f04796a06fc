package lv.varu.consultation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No consultation with this code, or none that the reader may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class ConsultationNotFound extends RuntimeException {
    public ConsultationNotFound(String code) {
        super(code);
    }
}
