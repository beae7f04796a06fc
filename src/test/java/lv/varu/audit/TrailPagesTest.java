package lv.varu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class TrailPagesTest {
    private static final RequestPostProcessor ADMINISTRATOR = user("admin").roles("ADMINISTRATOR");

    @Autowired
    TrailController controller;

    private final CaseKey chain = CaseKey.of("trailpages", UUID.randomUUID());

    @Autowired
    MockMvc pages;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void showsWhoDidWhatFromWhereAndWhatChanged() throws Exception {
        Acting.as(
                Actor.VISITOR,
                new Origin("192.0.2.7", "Firefox"),
                () -> transaction.executeWithoutResult(status ->
                        trail.change(chain, "test.step", Map.of("title", "<Vecs>"), Map.of("title", "Jauns"))));

        pages.perform(get("/darbs/admin/pieraksti")
                        .param("kas", chain.toString())
                        .with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("192.0.2.7")))
                .andExpect(content().string(containsString("Apmeklētājs")))
                .andExpect(content().string(containsString("Solis")))
                .andExpect(content().string(containsString("&lt;Vecs&gt;")));
    }

    @Test
    void saysInWordsWhatIsKeptAsCodes() throws Exception {
        transaction.executeWithoutResult(status -> trail.record(
                chain,
                "test.step",
                Map.of("topics", "ROADS, TRANSPORT", "forwarding", "false", "dueOn", "2026-11-30")));

        pages.perform(get("/darbs/admin/pieraksti")
                        .locale(Locale.forLanguageTag("lv"))
                        .param("kas", chain.toString())
                        .with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Temati: Ceļi un ielas, Sabiedriskais transports")))
                .andExpect(content().string(containsString("Piekrīt datu nodošanai: Nē")))
                .andExpect(content().string(containsString(": 30.11.2026.")));
    }

    @Test
    void pagesBothWays() throws Exception {
        for (int i = 0; i < 60; i++) {
            int step = i;
            transaction.executeWithoutResult(
                    status -> trail.record(chain, "test.step", Map.of("entry", "Nr" + step + ".")));
        }
        var first = pages.perform(get("/darbs/admin/pieraksti")
                        .param("veids", "trailpages")
                        .with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Nr59.")))
                .andExpect(content().string(not(containsString("Nr9."))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var older = first.replaceAll("(?s).*vecaki=(\\d+).*", "$1");
        pages.perform(get("/darbs/admin/pieraksti")
                        .param("veids", "trailpages")
                        .param("vecaki", older)
                        .with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Nr9.")))
                .andExpect(content().string(containsString("jaunaki=")));
    }

    @Test
    void saysSoWhenNothingIsFound() throws Exception {
        pages.perform(get("/darbs/admin/pieraksti")
                        .param("kas", "nekas")
                        .param("no", "nav-datums")
                        .with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nekas nav atrasts")));
    }

    @Test
    void verifiesAtAButton() throws Exception {
        var result = pages.perform(post("/darbs/admin/pieraksti/parbaudit")
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(redirectedUrl("/darbs/admin/pieraksti"))
                .andExpect(flash().attribute("tone", "info"))
                .andReturn();
        pages.perform(get("/darbs/admin/pieraksti")
                        .cookie(result.getResponse().getCookies())
                        .with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Viss kārtībā: pārbaudīt")));
    }

    @Test
    void namesTheBrokenEntry() {
        var broken = new Verification(
                9, 2, 1, "1 3f2a", new Verification.Break(Verification.Flaw.ENTRY_CHANGED, "consultation:preili", 3));

        LocaleContextHolder.setLocale(Locale.forLanguageTag("lv"));
        assertThat(controller.verdict(broken)).contains("Ieraksts ir mainīts: consultation:preili, Nr. 3.");
    }
}
