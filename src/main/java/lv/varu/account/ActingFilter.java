package lv.varu.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.Origin;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the trail who acts in a request and from where: a person, the holder of a link or a visitor. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class ActingFilter extends OncePerRequestFilter {
    private static final String HERE = ActingFilter.class.getName();

    private final SignedIn signedIn;

    ActingFilter(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor =
                signedIn.person().map(person -> Actor.account(person.id())).orElse(Actor.VISITOR);
        request.setAttribute(HERE, true);
        try (var scope = Acting.begin(actor, originOf(request))) {
            chain.doFilter(request, response);
        } finally {
            request.removeAttribute(HERE);
        }
    }

    /** Outside a request, where nothing would give the thread back, the actor stays. */
    static void continueAs(Link link) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(HERE, RequestAttributes.SCOPE_REQUEST) != null) {
            Acting.begin(Actor.link(link.id()), Acting.origin().orElse(null));
        }
    }

    static Origin originOf(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }
}
