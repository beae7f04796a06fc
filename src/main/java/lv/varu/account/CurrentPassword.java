package lv.varu.account;

import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for their password again; guesses count as failed attempts to sign in. */
@Component
class CurrentPassword {
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;

    CurrentPassword(Accounts accounts, SignInThrottle throttle, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.encoder = encoder;
    }

    boolean is(UUID id, String password) {
        Account account = accounts.findById(id).orElseThrow(() -> new AccountNotFound(id));
        String email = account.person().email();
        boolean right = throttle.admit(email)
                && account.usablePassword()
                        .map(hash -> encoder.matches(password, hash))
                        .orElse(false);
        if (right) {
            throttle.forget(email);
        }
        return right;
    }
}
