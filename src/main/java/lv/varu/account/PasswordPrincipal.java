package lv.varu.account;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who signed in with a password. Its name, by which sessions are found, is the account's id. */
record PasswordPrincipal(Person person) implements SignedIn.PersonHolder, AuthenticatedPrincipal, Serializable {
    @Override
    public String getName() {
        return person.id().toString();
    }
}
