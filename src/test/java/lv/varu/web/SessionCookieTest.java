package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

class SessionCookieTest {
    @Test
    void belongsToOneHostBehindHttps() {
        assertThat(cookieOf("https://varu.example"))
                .startsWith("__Host-VARU=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void canBeTriedWithoutHttps() {
        assertThat(cookieOf("http://localhost:8080"))
                .startsWith("VARU=")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static String cookieOf(String address) {
        var serializer = new DefaultCookieSerializer();
        serializer.setCookieName("VARU");
        new SecurityConfiguration().sessionCookie(URI.create(address)).customize(serializer);
        var response = new MockHttpServletResponse();
        serializer.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "x"));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
