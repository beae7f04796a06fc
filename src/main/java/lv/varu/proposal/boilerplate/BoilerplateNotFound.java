package lv.varu.proposal.boilerplate;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class BoilerplateNotFound extends RuntimeException {
    BoilerplateNotFound(UUID id) {
        super(id.toString());
    }
}
