package lv.varu.account;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with e-mail and password. An unknown, a disabled and a not yet set up account cost the same time and get the
 * same answer as a wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignIns signIns;
    private final PasswordEncoder encoder;
    private final String nobodysPassword;

    PasswordSignIn(Accounts accounts, SignInThrottle throttle, SignIns signIns, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.signIns = signIns;
        this.encoder = encoder;
        this.nobodysPassword = encoder.encode(Token.fresh());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = Account.canonical(attempt.getName());
        if (!throttle.admit(email, addressOf(attempt))) {
            throw new LockedException("too many attempts");
        }
        Optional<Account> account = accounts.findByEmail(email);
        String wanted = account.flatMap(Account::usablePassword).orElse(nobodysPassword);
        boolean right = encoder.matches(String.valueOf(attempt.getCredentials()), wanted);
        if (!right || account.isEmpty()) {
            signIns.failed(account);
            throw new BadCredentialsException("e-mail or password");
        }
        throttle.forget(email);
        Person person = signIns.succeeded(account.get().getId(), "password");
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new PasswordPrincipal(person), null, Authorities.of(person.role()));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
