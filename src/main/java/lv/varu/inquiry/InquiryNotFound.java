package lv.varu.inquiry;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class InquiryNotFound extends RuntimeException {
    InquiryNotFound(UUID id) {
        super(id.toString());
    }
}
