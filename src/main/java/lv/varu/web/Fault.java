package lv.varu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lv.varu.account.LinkGone;
import lv.varu.account.NotAllowed;
import lv.varu.engine.LostRace;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * What went wrong, as a reader may know it.
 *
 * @param texts message keys that may describe it, the best first
 */
record Fault(
        HttpStatusCode status, List<String> texts, @Nullable Throwable cause) {
    private static final String KEY = "web.error.";

    static Fault of(Throwable cause) {
        HttpStatusCode status = statusOf(cause);
        return new Fault(status, List.of(KEY + cause.getClass().getSimpleName(), KEY + status.value()), cause);
    }

    static Fault of(HttpStatusCode status) {
        return new Fault(status, List.of(KEY + status.value()), null);
    }

    /** What the container reports for an error outside of our controllers. */
    static Fault reportedIn(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            return of(cause);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? of(HttpStatusCode.valueOf(code))
                : of(HttpStatus.NOT_FOUND);
    }

    boolean isOurs() {
        return status.is5xxServerError();
    }

    private static HttpStatusCode statusOf(Throwable cause) {
        if (cause instanceof NotAllowed || cause instanceof CsrfException) {
            return HttpStatus.FORBIDDEN;
        }
        if (cause instanceof LinkGone) {
            return HttpStatus.GONE;
        }
        if (cause instanceof ConcurrencyFailureException || LostRace.isOne(cause)) {
            return HttpStatus.CONFLICT;
        }
        // An address with something else than an id in the place of an id names nothing.
        if (cause instanceof MethodArgumentTypeMismatchException) {
            return HttpStatus.NOT_FOUND;
        }
        if (cause instanceof ErrorResponse response) {
            return response.getStatusCode();
        }
        if (cause instanceof MultipartException) {
            return HttpStatus.BAD_REQUEST;
        }
        ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(cause.getClass(), ResponseStatus.class);
        return declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code();
    }
}
