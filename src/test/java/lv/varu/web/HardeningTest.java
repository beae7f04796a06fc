package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody tries who knows how such programs are built. */
@VaruTest
@ExtendWith(OutputCaptureExtension.class)
class HardeningTest {
    private static final String PASSWORD = "korekta parole 1";

    @Autowired
    MockMvc mockMvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ContainerFault containerFault;

    @Test
    void keepsEveryAddressThatIsAKeyFromSearchEnginesReferrersAndCaches() throws Exception {
        for (String pattern : SecurityConfiguration.KEYS) {
            String address = pattern.replace("/*/**", "/" + UUID.randomUUID());
            mockMvc.perform(get(address))
                    .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("Cache-Control", containsString("no-store")));
        }
    }

    @Test
    void letsSearchEnginesReadWhatIsForEverybody() throws Exception {
        for (String address : List.of("/", "/jaunumi", "/apspriesanas", "/privatums")) {
            mockMvc.perform(get(address)).andExpect(header().doesNotExist("X-Robots-Tag"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "bm90aGluZw",
                "W251bGxd",
                "W3t9XQ",
                "W3sidGV4dHMiOm51bGx9XQ",
                "W3sidGV4dHMiOnsiYSI6bnVsbH0sImV4cGlyZXMiOi0xfV0",
                "eyJhIjoxfQ",
                "W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbXV1d"
            })
    void isNotBrokenByAForgedFlash(String forged) throws Exception {
        mockMvc.perform(get("/privatums").cookie(new Cookie("flash", forged))).andExpect(status().isOk());
    }

    @Test
    void isNotBrokenByAFlashOfAThousandBrackets() throws Exception {
        var deep = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("[".repeat(4000).getBytes(StandardCharsets.US_ASCII));
        mockMvc.perform(get("/privatums").cookie(new Cookie("flash", deep))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/darbs",
                "//evil.example/darbs/uzdevumi",
                "https://evil.example/phish",
                "http:evil.example",
                "/\\evil.example/darbs",
                "javascript:alert(1)",
                ""
            })
    void leadsNobodyElsewhereAfterSignIn(String wanted) throws Exception {
        assertThat(targetAfterSignIn(wanted)).matches("(http://localhost)?/[^/].*");
    }

    @Test
    void leadsToTheWantedPageAfterSignIn() throws Exception {
        assertThat(targetAfterSignIn("/darbs/uzdevumi?skats=visi"))
                .isEqualTo("http://localhost/darbs/uzdevumi?skats=visi");
    }

    private String targetAfterSignIn(String wanted) throws Exception {
        var person = AccountExamples.opened(accounts, Role.STAFF, "KAIMINI");
        var cookie = new Cookie(
                "REDIRECT_URI", Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.US_ASCII)));
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("POST", "/ieiet");
        request.setCookies(cookie);
        new Entrance(new Languages(), new Refusals(new SignedIn()))
                .welcome()
                .onAuthenticationSuccess(request, response, AccountExamples.authentication(person));
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    @Test
    void goesNowhereThatAParameterNames() throws Exception {
        for (String name : List.of("url", "next", "return", "callback", "redirect", "continue", "callbackUrl")) {
            mockMvc.perform(get("/ieiet").param(name, "https://evil.example")).andExpect(status().isOk());
            mockMvc.perform(post("/ieiet")
                            .with(csrf())
                            .param("email", "nobody@example.org")
                            .param("password", PASSWORD)
                            .param(name, "https://evil.example"))
                    .andExpect(redirectedUrl("/ieiet?kluda"));
        }
    }

    @Test
    void explainsWhatTheContainerRefusesInTheLanguageOfTheReader() throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        containerFault.customize(factory);
        var server = factory.getWebServer();
        server.start();
        try {
            for (String address : List.of("/apspriesanas%2fx", "/%00", "/a%5cb", "/..%2f..%2fetc%2fpasswd")) {
                assertThat(answer(server.getPort(), address, ""))
                        .startsWith("HTTP/1.1 400")
                        .contains("<h1>Pieprasījumu nevar saprast</h1>", "Content-Security-Policy: default-src 'self'")
                        .doesNotContain("Tomcat", "Apache", "unsafe-inline", "passwd");
                assertThat(answer(server.getPort(), address, "Cookie: lang=en\r\n"))
                        .contains("lang=\"en\"")
                        .doesNotContain("Pieprasījumu");
            }
        } finally {
            server.stop();
        }
    }

    private static String answer(int port, String address, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            String request =
                    "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesNoLineOfTheLogThatSomebodyElseWorded() throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("X-Request-Id", "abcd\r\n2026 ERROR forged");
        var response = new MockHttpServletResponse();
        new CorrelationFilter().doFilter(request, response, (a, b) -> {});
        assertThat(response.getHeader("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void tellsTheLogWhoWasRefusedWhat(CapturedOutput log) throws Exception {
        var person = AccountExamples.opened(accounts, Role.STAFF, "KAIMINI");
        mockMvc.perform(get("/darbs/admin/lietotaji").with(AccountExamples.signedIn(person)))
                .andExpect(status().isForbidden());
        mockMvc.perform(post("/jaunumi").with(request -> {
                    request.setRemoteAddr("192.0.2.99");
                    return request;
                }))
                .andExpect(status().isForbidden());
        assertThat(log)
                .contains("Refused GET /darbs/admin/lietotaji to " + person.id())
                .contains("Refused POST /jaunumi to a visitor from 192.0.2.99");
    }

    @Test
    void writesNoKeyOfALinkIntoTheLog() {
        String key = "Zj3VM8dB8excIXmFjmFPN-rcfFus7Q8CdptVtAG_4s8";
        assertThat(Refusals.addressOf(new MockHttpServletRequest("GET", "/atbilde/" + key + "/kolegim")))
                .isEqualTo("GET /atbilde/{key}/kolegim");
    }

    @Test
    void letsNoOtherSiteReadAnswersButOpenData() throws Exception {
        for (String address : List.of("/api/v1/consultations", "/ieiet", "/jaunumi", "/darbs")) {
            mockMvc.perform(get(address).header("Origin", "https://evil.example"))
                    .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
            mockMvc.perform(options(address)
                            .header("Origin", "https://evil.example")
                            .header("Access-Control-Request-Method", "POST"))
                    .andExpect(header().doesNotExist("Access-Control-Allow-Origin"))
                    .andExpect(header().doesNotExist("Access-Control-Allow-Methods"));
        }
    }
}
