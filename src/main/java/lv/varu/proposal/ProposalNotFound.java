package lv.varu.proposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class ProposalNotFound extends RuntimeException {
    ProposalNotFound(Object which) {
        super(which.toString());
    }
}
