package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception that no feature handles itself. */
@ControllerAdvice
class FaultAdvice {
    private static final Logger log = LoggerFactory.getLogger(FaultAdvice.class);

    private final FaultPages pages;
    private final Refusals refusals;

    FaultAdvice(FaultPages pages, Refusals refusals) {
        this.pages = pages;
        this.refusals = refusals;
    }

    /** These belong to the security chain, which sends people to sign in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    /** The reader has gone. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    Object gone() {
        return null;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception cause, HttpServletRequest request) {
        Fault fault = Fault.of(cause);
        if (fault.isOurs()) {
            log.error(Refusals.addressOf(request), cause);
        } else if (fault.status().isSameCodeAs(HttpStatus.FORBIDDEN)) {
            refusals.log(request, cause);
        }
        return pages.answer(fault, request);
    }
}
