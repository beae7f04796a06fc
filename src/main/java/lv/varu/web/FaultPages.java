package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.varu.account.LinkGone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Tells a person or a program what went wrong; never more than what concerns them. */
@Component
class FaultPages {
    private final MessageSource messages;
    private final LocaleResolver languages;
    private final Shells shells;

    FaultPages(MessageSource messages, LocaleResolver languages, Shells shells) {
        this.messages = messages;
        this.languages = languages;
        this.shells = shells;
    }

    Object answer(Fault fault, HttpServletRequest request) {
        return Programs.sent(request) ? problem(fault, request) : page(fault, request);
    }

    private ModelAndView page(Fault fault, HttpServletRequest request) {
        String view = fault.cause() instanceof LinkGone ? "web/link-gone" : "web/error";
        var page = new ModelAndView(view, fault.status());
        page.addObject("shell", shells.of(request));
        page.addObject("status", fault.status().value());
        page.addObject("heading", text(fault, ".title", request));
        page.addObject("explanation", text(fault, ".text", request));
        page.addObject("typed", fault.status().isSameCodeAs(HttpStatus.CONFLICT) ? typed(request) : List.of());
        page.addObject("reference", fault.isOurs() ? CorrelationFilter.numberOf(request) : null);
        return page;
    }

    /** Words, so that nobody has to find them twice; a choice, an id or a token has no space in it. */
    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(text -> text.contains(" "))
                .toList();
    }

    private ResponseEntity<ProblemDetail> problem(Fault fault, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(fault.status(), text(fault, ".text", request));
        problem.setTitle(text(fault, ".title", request));
        problem.setInstance(Programs.addressOf(request));
        if (fault.isOurs()) {
            problem.setProperty("reference", CorrelationFilter.numberOf(request));
        }
        if (fault.cause() instanceof BindingResult refused) {
            problem.setProperty("errors", fields(refused, request));
        }
        var response = ResponseEntity.status(fault.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (fault.cause() instanceof ErrorResponse known) {
            response.headers(known.getHeaders());
        }
        return response.body(problem);
    }

    private List<Map<String, String>> fields(BindingResult refused, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        return refused.getAllErrors().stream()
                .map(error -> Map.of(
                        "field",
                        error instanceof FieldError field ? field.getField() : "",
                        "message",
                        messages.getMessage(error, locale)))
                .toList();
    }

    private String text(Fault fault, String part, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        Object[] arguments = argumentsOf(fault.cause());
        for (String key : fault.texts()) {
            String text = messages.getMessage(key + part, arguments, null, locale);
            if (text != null) {
                return text;
            }
        }
        return messages.getMessage("web.error" + part, arguments, locale);
    }

    private static Object @Nullable [] argumentsOf(@Nullable Throwable cause) {
        return cause instanceof MessageSourceResolvable resolvable ? resolvable.getArguments() : null;
    }
}
