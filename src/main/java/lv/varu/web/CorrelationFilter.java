package lv.varu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a number that stands in each of its log lines, in the response and on the error page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-Id";
    private static final String NAME = "correlation";
    /** Nothing that could forge a log line. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{3,63}");

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = Objects.requireNonNullElseGet(numberOf(request), () -> chosenFor(request));
        request.setAttribute(NAME, number);
        response.setHeader(HEADER, number);
        try (var entry = MDC.putCloseable(NAME, number)) {
            chain.doFilter(request, response);
        }
    }

    /** The error page keeps the number of the request that failed. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String chosenFor(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && SANE.matcher(given).matches() ? given : fresh();
    }

    static @Nullable String numberOf(HttpServletRequest request) {
        return (String) request.getAttribute(NAME);
    }

    private static String fresh() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
