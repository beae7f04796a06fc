package lv.varu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes illegible characters out of every field of every form, so that no feature has to think of them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LegibleFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LegibleRequest(request), response);
    }

    private static final class LegibleRequest extends HttpServletRequestWrapper {

        LegibleRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : Legible.of(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : legible(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> legible = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> legible.put(name, legible(values)));
            return legible;
        }

        private static String[] legible(String[] values) {
            return Arrays.stream(values).map(Legible::of).toArray(String[]::new);
        }
    }
}
