package lv.varu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session some time after signing in, however busy it is: who stole one does not keep it. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 2)
class SessionEnd extends OncePerRequestFilter {
    private final Duration atMost;

    SessionEnd(WebSettings settings) {
        this.atMost = settings.sessionAtMost();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        // The store of the sessions goes by the clock of the machine.
        if (session != null && System.currentTimeMillis() - session.getCreationTime() > atMost.toMillis()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
