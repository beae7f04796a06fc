package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser may do with our pages. */
class PageHeaders implements HeaderWriter {
    private static final String TEMPLATE =
            "default-src 'self'; img-src 'self' data:; style-src 'self'%s; script-src 'self';"
                    + " frame-ancestors 'self'; form-action 'self'; base-uri 'self'; object-src 'none'";

    private static final String POLICY = TEMPLATE.formatted("");

    /** Letters bring styles of their own; the diagram viewer needs none. */
    private static final RequestMatcher OWN_STYLES = anyOf("/darbs/admin/pasts/**");

    /** The address is a secret, so it must not reach the next page as its referrer. */
    private static final RequestMatcher SECRET_ADDRESSES = anyOf(SecurityConfiguration.KEYS);

    /** What concerns one person, pages and files alike: no copy stays on a computer that others use too. */
    private static final RequestMatcher PERSONAL = new OrRequestMatcher(SECRET_ADDRESSES, anyOf("/darbs/**"));

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        set(
                response,
                "Content-Security-Policy",
                OWN_STYLES.matches(request) ? TEMPLATE.formatted(" 'unsafe-inline'") : POLICY);
        boolean secret = SECRET_ADDRESSES.matches(request);
        set(response, "Referrer-Policy", secret ? "no-referrer" : "same-origin");
        if (secret) {
            set(response, "X-Robots-Tag", "noindex, nofollow");
        }
        if (PERSONAL.matches(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        set(response, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    /** For what is refused before there is a page. */
    static void writeStrict(BiConsumer<String, String> headers) {
        headers.accept("Content-Security-Policy", POLICY);
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("X-Frame-Options", "SAMEORIGIN");
        headers.accept("Referrer-Policy", "no-referrer");
        headers.accept("Cache-Control", "no-store");
    }

    /** An answer that brings a stricter policy, as served files do, keeps it. */
    private static void set(HttpServletResponse response, String header, String value) {
        if (!response.containsHeader(header)) {
            response.setHeader(header, value);
        }
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(List.of(patterns).stream()
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }
}
