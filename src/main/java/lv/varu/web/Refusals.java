package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.varu.account.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps in the log who was refused what, for whoever looks into an attempt. */
@Component
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    /** The secret part of a link, which opens it for whoever reads the log. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SignedIn signedIn;

    Refusals(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    void log(HttpServletRequest request, Exception cause) {
        Optional<String> who = signedIn.person().map(person -> person.id().toString());
        log.warn(
                "Refused {} to {} from {}: {}",
                addressOf(request),
                who.orElse("a visitor"),
                request.getRemoteAddr(),
                cause.getClass().getSimpleName());
    }

    static String addressOf(HttpServletRequest request) {
        return request.getMethod() + " " + KEY.matcher(request.getRequestURI()).replaceAll("{key}");
    }
}
