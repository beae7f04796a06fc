package lv.varu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** Keeps one address from taking the place of all others. The work area is for known people and has no limit. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimit forms;
    private final RateLimit submissions;
    private final RateLimit queries;

    RateLimitFilter(LimitSettings settings) {
        forms = new RateLimit(settings.forms().requests(), settings.forms().per());
        submissions = new RateLimit(
                settings.submissions().requests(), settings.submissions().per());
        queries =
                new RateLimit(settings.queries().requests(), settings.queries().per());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> pause = limitOf(request).flatMap(limit -> limit.waitFor(request.getRemoteAddr()));
        if (pause.isPresent()) {
            // Whole seconds, and rounded up: a program that obeys must not be refused again.
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(pause.get().toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<RateLimit> limitOf(HttpServletRequest request) {
        // Decoded, as the program reads it: "/%61pi" is an address of programs too.
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (path.startsWith("/api/")) {
            return Optional.of(reads ? queries : submissions);
        }
        // Asked again and again while somebody writes.
        if (path.endsWith("/lidzigi") && !path.startsWith("/darbs")) {
            return Optional.of(queries);
        }
        return reads || path.startsWith("/darbs") ? Optional.empty() : Optional.of(forms);
    }
}
