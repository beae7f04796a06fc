package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lv.varu.account.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the shell of a request. */
@Component
class Shells {
    private final SignedIn signedIn;
    private final WebSettings settings;
    private final LocaleResolver languages;

    Shells(SignedIn signedIn, WebSettings settings, LocaleResolver languages) {
        this.signedIn = signedIn;
        this.settings = settings;
        this.languages = languages;
    }

    Shell of(HttpServletRequest request) {
        return new Shell(signedIn.person().orElse(null), settings.demo(), inOtherLanguage(request));
    }

    private String inOtherLanguage(HttpServletRequest request) {
        String other = languages.resolveLocale(request).equals(Languages.DEFAULT)
                ? Locale.ENGLISH.getLanguage()
                : Languages.DEFAULT.getLanguage();
        String query = request.getQueryString();
        return UriComponentsBuilder.newInstance()
                .query("POST".equals(request.getMethod()) ? null : query)
                .replaceQueryParam("lang", other)
                .build()
                .toUriString();
    }
}
