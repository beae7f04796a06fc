package lv.varu.proposal;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What went wrong, for programs and for the people who read their logs. */
@RestControllerAdvice(assignableTypes = ProposalApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProposalApiProblems {
    private final MessageSource messages;
    private final Partnerships partnerships;
    private final LatvianDates dates;
    private final Clock clock;

    ProposalApiProblems(MessageSource messages, Partnerships partnerships, LatvianDates dates, Clock clock) {
        this.messages = messages;
        this.partnerships = partnerships;
        this.dates = dates;
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail refused(SubmissionRefused refused) {
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid", text("proposal.problem.invalid.detail"));
        problem.setProperty(
                "errors",
                refused.faults().stream()
                        .map(fault -> new FieldError(fault.field(), text(fault.messageKey())))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail noNumber(MethodArgumentTypeMismatchException refused) {
        var problem = problem(HttpStatus.BAD_REQUEST, "query", text("proposal.problem.query.detail"));
        problem.setProperty("errors", List.of(new FieldError(refused.getName(), text("proposal.fault.number"))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.contains(StreamConstraintsException.class)) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "large", text("proposal.problem.large.detail"));
        }
        var detail = text("proposal.problem.unreadable.detail");
        var problem = problem(HttpStatus.BAD_REQUEST, "unreadable", detail);
        problem.setProperty(
                "errors",
                unreadable.getCause() instanceof JsonMappingException mapping
                        ? List.of(new FieldError(pathOf(mapping), detail))
                        : List.of());
        return problem;
    }

    private static String pathOf(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    @ExceptionHandler
    ProblemDetail reused(KeyReused reused) {
        return problem(HttpStatus.CONFLICT, "reused", text("proposal.problem.reused.detail"));
    }

    @ExceptionHandler
    ProblemDetail closed(CallClosed closed) {
        Call call = closed.call();
        var closesOn = call.closesOn();
        boolean over = call.isOver(clock.instant());
        var day = over && closesOn != null ? closesOn : Riga.dayOf(call.opensAt());
        Partnership partnership = partnerships.find(call.lead());
        String channel = Objects.requireNonNullElse(call.contactEmail(), partnership.email());
        var problem = problem(
                HttpStatus.CONFLICT,
                "closed",
                text("proposal.problem.closed." + (over ? "over" : "early"), dates.date(day), channel));
        problem.setProperty("closesOn", call.closesOn());
        return problem;
    }

    @ExceptionHandler({CallNotFound.class, ProposalNotFound.class})
    ProblemDetail unknown() {
        return problem(HttpStatus.NOT_FOUND, "unknown", text("proposal.problem.unknown.detail"));
    }

    private ProblemDetail problem(HttpStatus status, String name, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(text("proposal.problem." + name));
        return problem;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    record FieldError(String field, String message) {}
}
