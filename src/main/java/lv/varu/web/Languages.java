package lv.varu.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: what the address asks for, else what the visitor chose before, else Latvian. Programs choose
 * by a header, people do not: few know what their browser asks for.
 */
class Languages implements LocaleResolver, HandlerInterceptor {
    static final Locale DEFAULT = Locale.forLanguageTag("lv");
    static final List<Locale> ALL = List.of(DEFAULT, Locale.ENGLISH);
    private static final String NAME = "lang";

    static Locale plain(Locale locale) {
        return Locale.forLanguageTag(locale.getLanguage());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> Programs.sent(request) ? accepted(request) : chosen(request))
                .orElse(DEFAULT);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Programs.sent(request)) {
            asked(request).ifPresent(locale -> setLocale(request, response, locale));
        }
        return true;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            var cookie = ResponseCookie.from(NAME, locale.getLanguage())
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return supported(request.getParameter(NAME));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return supported(cookie == null ? null : cookie.getValue());
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> supported(@Nullable String language) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }
}
