package lv.varu.wording;

import static lv.varu.account.AccountExamples.opened;
import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.mail.Letter;
import lv.varu.mail.LetterPreview;
import lv.varu.mail.Outbox;
import lv.varu.mail.PostedLetters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter in a partnership's own words, and what keeps it from going wrong. */
@VaruTest
class WordingPagesTest {
    private static final String LIST = "/darbs/vestulu-teksti";
    private static final String TEMPLATE = "consultation.letter.reminder";
    private static final String PAGE = LIST + "/" + TEMPLATE;

    @Autowired
    MockMvc pages;

    @Autowired
    AccountDesk accounts;

    @Autowired
    StandardTexts standard;

    @Autowired
    WordingDesk desk;

    @Autowired
    EditedTexts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    PostedLetters letters;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private Person administrator;
    private Person manager;

    @BeforeEach
    void open() {
        administrator = opened(accounts, Role.ADMINISTRATOR, null);
        manager = opened(accounts, Role.MANAGER, "PREILI");
    }

    @AfterEach
    void standardAgain() {
        jdbc.update("delete from letter_wording");
        texts.forget();
    }

    @Test
    void sendsLettersInTheWordsOfAllAndOfTheOnePartnership() throws Exception {
        save(administrator, "Saņēmām Jūsu lūgumu", "Sveiki!\r\n\r\nAtbildēsim līdz {closesOn}.")
                .andExpect(flash().attribute("flash", "Teksts ir saglabāts. Ar to rakstīs nākamās vēstules."));
        save(manager, "Preiļi saņēma lūgumu", "Labdien!\n\nPreiļu partnerība atbildēs līdz {closesOn}.")
                .andExpect(status().is3xxRedirection());

        assertThat(letter("KRASLAVA")).contains("Saņēmām Jūsu lūgumu", "Sveiki!\n\nAtbildēsim līdz 17.12.2026.");
        assertThat(letter("PREILI")).contains("Preiļi saņēma lūgumu", "Preiļu partnerība atbildēs līdz 17.12.2026.");
        pages.perform(get(LIST).param("laboti", "true").with(signedIn(manager)))
                .andExpect(content().string(containsString("Preiļi saņēma lūgumu")));
        pages.perform(get(PAGE).with(signedIn(manager)))
                .andExpect(content().string(containsString("Uzmanību: tekstā vairs nav")))
                .andExpect(content().string(not(containsString("??"))));

        pages.perform(get(PAGE + "/atjaunot").with(signedIn(manager)))
                .andExpect(content().string(containsString("Vai atjaunot standarta tekstu?")))
                .andExpect(content().string(containsString("Sveiki!")));
        pages.perform(post(PAGE + "/atjaunot").with(signedIn(manager)).with(csrf()))
                .andExpect(flash().attribute("flash", "Atjaunots standarta teksts."));
        assertThat(letter("PREILI")).contains("Saņēmām Jūsu lūgumu");
        assertThat(actions()).contains("wording.changed", "wording.reset");
    }

    @Test
    void refusesWhatTheProgramCannotFillIn() throws Exception {
        save(manager, "Temats", "Labdien, {vards}!")
                .andExpect(content().string(containsString("programma nezina, kas ir {vards}")))
                .andExpect(content().string(containsString("Labdien, {vards}!")));
        save(manager, "Temats {", "Teksts").andExpect(content().string(containsString("Figūriekavas nav kārtībā")));
        save(manager, "Temats", "{closesOn, plural, zero{a} one{b} other{c}}")
                .andExpect(content().string(containsString("{closesOn} šajā vēstulē var tikai parādīt")));
        save(manager, "", "").andExpect(content().string(containsString("Ierakstiet tematu.")));
        assertThat(jdbc.queryForObject("select count(*) from letter_wording", Long.class))
                .isZero();
    }

    @Test
    void showsAndTriesALetterWithoutKeepingIt() throws Exception {
        pages.perform(typed(manager, PAGE + "/paraugs", "Izmēģinu", "Labdien!\n\n- viens\n- {closesOn}"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().string(containsString("<li")))
                .andExpect(content().string(containsString("17.12.2026.")));
        pages.perform(typed(manager, PAGE + "/paraugs", "Izmēģinu", "{nezinams}"))
                .andExpect(content().string(containsString("programma nezina")));
        pages.perform(typed(manager, PAGE, "Izmēģinu", "Labdien!").param("darbiba", "izmeginat"))
                .andExpect(content().string(containsString("Paraugs tiek sūtīts uz " + manager.email())));
        assertThat(jdbc.queryForList(
                        "select subject from mail_letter where recipient_email = ?", String.class, manager.email()))
                .containsExactly("Izmēģinu");
        assertThat(jdbc.queryForObject("select count(*) from letter_wording", Long.class))
                .isZero();
    }

    @Test
    void keepsTwoEditorsFromOverwritingEachOther() throws Exception {
        save(manager, "Pirmais", "Teksts {closesOn} {organisation}").andExpect(status().is3xxRedirection());
        save(manager, "Otrais", "Teksts {closesOn} {organisation}")
                .andExpect(content().string(containsString("tekstu mainīja cits")))
                .andExpect(content().string(containsString("Otrais")));
    }

    @Test
    void showsEveryLetterThereIs() {
        for (String template : standard.templates()) {
            for (String language : StandardTexts.LANGUAGES) {
                LetterPreview.Preview shown =
                        desk.preview(template, language, standard.of(template, language), administrator);
                assertThat(shown.subject()).as(template).isNotBlank();
                assertThat(shown.html()).as(template).contains("<h1");
                assertThat(desk.warnings(template, language, standard.of(template, language)))
                        .isEmpty();
            }
        }
        assertThat(standard.templates()).contains(TEMPLATE, "account.mail.set-up", "inquiry.mail.copy");
    }

    @Test
    void isForManagersAndAdministratorsAndReadsFromMemory() throws Exception {
        pages.perform(get(LIST).with(signedIn(opened(accounts, Role.STAFF, "PREILI"))))
                .andExpect(status().isForbidden());
        pages.perform(get(LIST + "/account.mail.set-up").with(signedIn(manager)))
                .andExpect(status().isForbidden());
        pages.perform(get(LIST).with(signedIn(manager)));
        long all = Statements.of(() -> pages.perform(get(LIST).with(signedIn(manager))));
        assertThat(Statements.of(
                        () -> pages.perform(get(LIST).param("q", "labdien").with(signedIn(manager)))))
                .isEqualTo(all);
        pages.perform(get(LIST).param("q", "nav tādas vēstules").with(signedIn(manager)))
                .andExpect(content().string(containsString("Nekas nav atrasts")));
    }

    private ResultActions save(Person by, String subject, String body) throws Exception {
        return pages.perform(typed(by, PAGE, subject, body));
    }

    private static MockHttpServletRequestBuilder typed(Person by, String path, String subject, String body) {
        return post(path)
                .with(signedIn(by))
                .with(csrf())
                .param("subject", subject)
                .param("body", body)
                .param("action", "Atvērt")
                .param("version", "0");
    }

    private String letter(String partnership) {
        var about = CaseKey.of("wordingtest", UUID.randomUUID());
        transaction.executeWithoutResult(status -> outbox.post(Letter.about(about, TEMPLATE, "anna@example.org", "Anna")
                .in(Locale.forLanguageTag("lv"))
                .of(partnership)
                .with("closesOn", "17.12.2026.")
                .with("title", "Programma")
                .action(URI.create("https://varu.example/"))
                .seal()));
        return DataAccessUtils.requiredSingleResult(letters.about(about)).whole();
    }

    private List<String> actions() {
        return transaction
                .execute(status -> trail.of(CaseKey.of("wording", TEMPLATE), PageRequest.of(0, 50)))
                .map(TrailEntry::action)
                .getContent();
    }
}
