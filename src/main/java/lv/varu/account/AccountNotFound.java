package lv.varu.account;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class AccountNotFound extends RuntimeException {
    AccountNotFound(UUID id) {
        super(id.toString());
    }
}
