package lv.varu.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lv.varu.account.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What happens at a closed door: sign in, if that would open it; else the page does not exist. */
@Component
class Entrance implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher WORK =
            new OrRequestMatcher(PATHS.matcher("/darbs/**"), PATHS.matcher("/actuator/**"), PATHS.matcher("/iziet"));

    private final LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/ieiet");
    private final LocaleResolver languages;
    private final Refusals refusals;

    Entrance(LocaleResolver languages, Refusals refusals) {
        this.languages = languages;
        signIn.setFavorRelativeUris(true);
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (WORK.matches(request)) {
            signIn.commence(request, response, refused);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        refusals.log(request, denied);
        boolean exists = WORK.matches(request) || denied instanceof CsrfException;
        response.sendError(exists ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    /** Remembers in a cookie which page a person wanted: a visitor has no session. */
    RequestCache requestCache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(PATHS.matcher(HttpMethod.GET, "/darbs/**"));
        return cache;
    }

    /** Leads to the wanted page, from now on in the person's own language. */
    AuthenticationSuccessHandler welcome() {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl("/darbs");
        handler.setRequestCache(requestCache());
        return (request, response, authentication) -> {
            if (authentication.getPrincipal() instanceof SignedIn.PersonHolder holder) {
                languages.setLocale(request, response, holder.person().language());
            }
            handler.onAuthenticationSuccess(request, response, authentication);
        };
    }

    AuthenticationFailureHandler refusal() {
        return (request, response, refused) -> response.sendRedirect(request.getContextPath()
                + (refused instanceof LockedException ? "/ieiet?parak-biezi" : "/ieiet?kluda"));
    }
}
