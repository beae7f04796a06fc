package lv.varu.account;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person whose request this is. */
@Component
public class SignedIn {

    public Optional<Person> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PersonHolder holder
                ? Optional.of(holder.person())
                : Optional.empty();
    }

    /** @throws NotAllowed when nobody is signed in */
    public Person required() {
        return person().orElseThrow(NotAllowed::new);
    }

    /** A principal of Spring Security that knows its person, whether by password or by OIDC. */
    public interface PersonHolder {
        Person person();
    }
}
