package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lv.varu.document.ScannerDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody reads whose file the virus scanner refuses, or who meets no scanner. */
@SampleTest
class VirusPagesTest {
    private static final String FORM = "/apspriesanas/PARAUGS-KRASLAVA-IEKRP/priekslikums";
    private static final Map<String, String> TYPED = new LinkedHashMap<>();

    static {
        TYPED.put("title", "Soliņš pie Indras stacijas");
        TYPED.put("text", "Vilcienu gaida stāvot.\nVietas pietiek.");
        TYPED.put("submitter.name", "Ilze Kalniņa");
        TYPED.put("submitter.email", "ilze@faili.example");
        TYPED.put("submitter.phone", "+371 29123456");
        TYPED.put("submitter.address", "Dzelzceļa iela 2, Indra");
    }

    @Value("${varu.public-url}")
    String base;

    @Autowired
    ScannerDouble scanner;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void repair() {
        scanner.setDown(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "en"})
    void tellsThatAFileIsDangerousAndKeepsWhatWasTyped(String language) {
        long before = proposals();
        try (var visitor = Visitor.atDesk(base)) {
            send(visitor, language, ScannerDouble.EICAR);
            assertRefused(visitor, "HARMFUL", language);
        }
        assertThat(proposals()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "en"})
    void tellsThatNothingCanBeCheckedAndKeepsWhatWasTyped(String language) {
        long before = proposals();
        scanner.setDown(true);
        try (var visitor = Visitor.onPhone(base)) {
            send(visitor, language, "Gluži parasts teksts.");
            assertRefused(visitor, "NOT_SCANNED", language);
        }
        assertThat(proposals()).isEqualTo(before);
    }

    private void send(Visitor visitor, String language, String content) {
        visitor.open(FORM + "?lang=" + language);
        var page = visitor.page();
        TYPED.forEach((name, value) -> page.locator("[name='" + name + "']").fill(value));
        page.locator("[name='topic']").selectOption("OTHER");
        page.locator("[name='place'] option:not([value=''])")
                .first()
                .evaluate("option => option.parentElement.closest('select').value = option.value");
        page.locator("[name='consents.processing'][type=checkbox]").check();
        page.locator("[name='files']")
                .setInputFiles(
                        new FilePayload("pielikums.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").last().click();
    }

    private void assertRefused(Visitor visitor, String reason, String language) {
        String sentence = messages.getMessage("document.refused." + reason, null, Locale.forLanguageTag(language));
        visitor.reads(sentence);
        var page = visitor.page();
        assertThat(page.locator("#files-error").innerText()).contains(sentence).contains("pielikums.txt");
        TYPED.forEach((name, value) -> assertThat(
                        page.locator("[name='" + name + "']").inputValue())
                .as(name)
                .isEqualTo(value));
        assertThat(page.locator("[name='topic']").inputValue()).isEqualTo("OTHER");
        assertThat(page.locator("[name='place']").inputValue()).isNotEmpty();
        assertThat(page.locator("[name='consents.processing'][type=checkbox]").isChecked())
                .isTrue();
    }

    private long proposals() {
        return jdbc.sql("select (select count(*) from proposal) + (select count(*) from document)")
                .query(Long.class)
                .single();
    }
}
