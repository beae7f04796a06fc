package lv.varu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class LetterPagesTest {
    private static final RequestPostProcessor ADMINISTRATOR = user("admin").roles("ADMINISTRATOR");

    private final CaseKey about = CaseKey.of("letterpages", UUID.randomUUID());
    private final String title = "Ceļš " + UUID.randomUUID();

    @Autowired
    MockMvc pages;

    @Autowired
    Outbox outbox;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private String path;

    @BeforeEach
    void write() {
        transaction.executeWithoutResult(
                status -> outbox.post(Letter.about(about, "mailtest.letter", "anna@example.org", "Anna Bērziņa")
                        .with("title", title)
                        .with("name", "Anna")
                        .with("text", "Lūdzu salabot.")
                        .with("page", URI.create("https://varu.example/lapa"))
                        .secretAction(URI.create("https://varu.example/priekslikums/abc"))
                        .seal()));
        path = "/darbs/admin/pasts/"
                + jdbc.queryForObject("select id from mail_letter where about = ?", String.class, about.toString());
    }

    @Test
    void listsLettersByStateAndText() throws Exception {
        pages.perform(get("/darbs/admin/pasts")
                        .param("q", title)
                        .param("stavoklis", "WAITING")
                        .with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(path)))
                .andExpect(content().string(containsString("E-pasta serveris nav norādīts")));
        pages.perform(get("/darbs/admin/pasts")
                        .param("q", title)
                        .param("stavoklis", "INCIDENT")
                        .with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Nekas nav atrasts")));
    }

    @Test
    void opensALetterAndRemembersWho() throws Exception {
        pages.perform(get(path).with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Lūdzu salabot.")))
                .andExpect(content().string(containsString("https://varu.example/priekslikums/abc")))
                .andExpect(content().string(containsString("anna@example.org")));

        assertThat(trail.of(about, PageRequest.of(0, 1)).getContent().get(0).action())
                .isEqualTo("mail.opened");
    }

    @Test
    void showsTheLetterAloneWithWorkingLinks() throws Exception {
        pages.perform(get(path + "/html").with(ADMINISTRATOR))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox allow-popups")))
                .andExpect(content().string(containsString("target=\"_blank\" rel=\"noopener\" href=")));
    }

    @Test
    void sendsAnIncidentAgain() throws Exception {
        jdbc.update("update mail_letter set state = 'INCIDENT', attempts = 30 where about = ?", about.toString());
        pages.perform(get(path).with(ADMINISTRATOR)).andExpect(content().string(containsString("Sūtīt vēlreiz")));

        pages.perform(post(path + "/atkartot").with(ADMINISTRATOR).with(csrf())).andExpect(redirectedUrl(path));
        assertThat(jdbc.queryForObject("select state from mail_letter where about = ?", String.class, about.toString()))
                .isEqualTo("WAITING");
    }

    @Test
    void keepsLettersFromEverybodyElse() throws Exception {
        pages.perform(get(path).with(user("anna").roles("MANAGER"))).andExpect(status().isForbidden());
        pages.perform(get("/darbs/admin/pasts/" + UUID.randomUUID()).with(ADMINISTRATOR))
                .andExpect(status().isNotFound());
    }
}
