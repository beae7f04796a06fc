package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.varu.VaruTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@VaruTest
class SecurityTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc mockMvc;

    @Autowired
    FilterChainProxy chains;

    @Autowired
    CsrfTokenRepository tokens;

    /** The test library's {@code csrf()} leaves tokens in sessions to every test that follows. */
    @BeforeEach
    void keepTokensWhereTheProgramKeepsThem() {
        chains.getFilters("/ieiet").stream()
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter -> ReflectionTestUtils.setField(filter, "tokenRepository", tokens));
    }

    @Test
    void allowsNothingFromElsewhereAndNoInlineScripts() throws Exception {
        mockMvc.perform(get("/pieklustamiba"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")));
    }

    @Test
    void asksForEncryptionWhereThereIsSome() throws Exception {
        mockMvc.perform(get("/pieklustamiba").secure(true))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=")));
    }

    @Test
    void tellsNobodyTheAddressThatIsAKey() throws Exception {
        mockMvc.perform(get("/iestatit/x"))
                .andExpect(status().isGone())
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
    }

    @Test
    void givesAVisitorNoSession() throws Exception {
        mockMvc.perform(get("/pieklustamiba")).andExpect(cookie().doesNotExist("VARU"));
        mockMvc.perform(get("/ieiet")).andExpect(cookie().doesNotExist("VARU"));
        mockMvc.perform(get("/darbs")).andExpect(cookie().doesNotExist("VARU"));
    }

    @Test
    void protectsFormsWithACookieAndAHiddenField() throws Exception {
        MvcResult page = mockMvc.perform(get("/ieiet")).andReturn();
        Cookie cookie = Objects.requireNonNull(page.getResponse().getCookie("XSRF-TOKEN"));
        Matcher hidden = TOKEN.matcher(page.getResponse().getContentAsString());
        assertThat(hidden.find()).isTrue();

        mockMvc.perform(post("/ieiet")
                        .cookie(cookie)
                        .param("email", "nobody@example.org")
                        .param("password", "x")
                        .param("_csrf", hidden.group(1)))
                .andExpect(status().isFound());
        mockMvc.perform(post("/ieiet").cookie(cookie).param("_csrf", "forged")).andExpect(status().isForbidden());
    }

    @Test
    void keepsNoCopyOfAPageButCopiesOfItsParts() throws Exception {
        mockMvc.perform(get("/ieiet")).andExpect(header().string("Cache-Control", containsString("no-store")));
        mockMvc.perform(get("/assets/varu.css"))
                .andExpect(header().string("Cache-Control", containsString("max-age=")));
    }

    @Test
    void asksOtherProgramsForNoToken() throws Exception {
        mockMvc.perform(post("/api/v1/nothing")).andExpect(status().isNotFound());
    }

    @Test
    void remembersTheChosenLanguage() throws Exception {
        mockMvc.perform(get("/privatums").param("lang", "en")).andExpect(cookie().value("lang", "en"));
        mockMvc.perform(get("/privatums").param("lang", "xx")).andExpect(cookie().doesNotExist("lang"));
    }

    @Test
    void hidesWhatDoesNotExist() throws Exception {
        mockMvc.perform(get("/wp-admin")).andExpect(status().isNotFound());
        mockMvc.perform(post("/wp-admin").with(csrf())).andExpect(status().isNotFound());
    }
}
