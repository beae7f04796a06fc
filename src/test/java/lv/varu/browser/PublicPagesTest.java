package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody can do, whatever the browser, the connection and the language. */
@SampleTest
class PublicPagesTest {
    private static final String OPEN = "/apspriesanas/PARAUGS-KRASLAVA-IEKRP";
    private static final String ANSWERED = "/apspriesanas/2021-PREILI-AP";
    private static final int MOST_BYTES = 200_000;
    private static final List<String> WEIGHTS = new ArrayList<>();

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Value("${varu.public-url}")
    String base;

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/apspriesanas",
                OPEN,
                OPEN + "/priekslikums",
                OPEN + "/priekslikumi",
                ANSWERED,
                ANSWERED + "/priekslikumi",
                ANSWERED + "/nostaja",
                ANSWERED + "/parskats",
                "/meklet?q=ceļš",
                "/pasvaldibas",
                "/pasvaldibas/PREILI",
                "/jaunumi",
                "/iegult",
                "/dati",
                "/pieklustamiba",
                "/privatums",
                "/ieiet");
    }

    @AfterAll
    static void keepWeights() throws IOException {
        Files.write(Path.of("target", "weights.txt"), WEIGHTS);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void weighsLittle(String address) {
        try (var visitor = Visitor.onPhone(base)) {
            var bytes = new ArrayList<Integer>();
            visitor.page().onRequestFinished(request -> {
                var sizes = request.sizes();
                bytes.add(sizes.responseBodySize + sizes.responseHeadersSize);
                assertThat(request.url()).as("nothing comes from elsewhere").startsWith(base);
            });
            assertThat(visitor.open(address).status()).isEqualTo(200);
            visitor.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            int all = bytes.stream().mapToInt(Integer::intValue).sum();
            WEIGHTS.add("%7d bytes  %s".formatted(all, address));
            assertThat(all).isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void speaksEnglish(String address) {
        try (var visitor = Visitor.atDesk(base)) {
            visitor.open(address + (address.contains("?") ? "&" : "?") + "lang=en");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasCount(1);
            assertThat(visitor.page().locator("main .eyebrow").filter(new Locator.FilterOptions().setHasText("plāns")))
                    .hasCount(0);
            for (String latvian : List.of("Apspriešanas", "Priekšlikumi", "Nostāja", "Privātuma paziņojums")) {
                assertThat(visitor.page().getByText(latvian, new Page.GetByTextOptions().setExact(true)))
                        .hasCount(0);
            }
        }
    }

    @Test
    void takesAProposalWithoutJavaScript() {
        var idea = idea("Velonovietne pie bibliotēkas", "bez.skripta@iedzivotaji.example");
        try (var visitor = Visitor.withoutJavaScript(base)) {
            visitor.open("/");
            visitor.page().locator("a[href='" + OPEN + "']").first().click();
            visitor.follow("Iesniegt priekšlikumu");
            visitor.fill("Virsraksts", idea.title());
            Idea.send(visitor);
            visitor.reads("Izvēlieties tematu.");
            assertThat(visitor.field("Virsraksts")).hasValue(idea.title());
            idea.write(visitor);
            visitor.button("Nosūtīt priekšlikumu").dblclick();
            visitor.sees("Priekšlikums ir nosūtīts");
            assertThat(sent(idea)).as("nothing guards the button, and yet").isEqualTo(1);

            visitor.open(
                    mailbox.read(idea.email(), "Apstipriniet savu priekšlikumu").link("/apstiprinat/"));
            visitor.press("Jā, apstiprinu");
            visitor.sees(idea.title());
            visitor.open("/apspriesanas");
            visitor.fill("Meklēt nosaukumā un kopsavilkumā", "Preiļu novada attīstības");
            visitor.page()
                    .locator("form[role=search] button, form.filters button")
                    .first()
                    .click();
            visitor.reads("Preiļu novada attīstības programma");
        }
    }

    @Test
    void takesAProposalByKeyboardAlone() {
        var idea = idea("Soliņš pie autobusa pieturas", "tastatura@iedzivotaji.example");
        try (var visitor = Visitor.atDesk(base)) {
            visitor.open(OPEN + "/priekslikums");
            var keys = new Keyboard(visitor.page());
            keys.press("Tab");
            assertThat(visitor.page().locator("a.skip")).isFocused();
            keys.press("Enter");
            keys.type("title", idea.title());
            keys.type("text", idea.text());
            keys.choose("topic", "Cits");
            keys.choose("place", idea.place());
            keys.type("submitter-name", idea.name());
            keys.type("submitter-email", idea.email());
            keys.type("submitter-address", idea.address());
            keys.tick("consents-processing");
            keys.tick("consents-forwarding");
            keys.goTo("button.main");
            keys.press("Enter");
            visitor.sees("Priekšlikums ir nosūtīts");
            assertThat(sent(idea)).isEqualTo(1);
            assertThat(jdbc.sql("select text from proposal where title = ?")
                            .param(idea.title())
                            .query(String.class)
                            .single())
                    .isEqualTo(idea.text());
        }
    }

    @Test
    void refusesAFileThatIsNotWhatItSays() {
        var idea = idea("Autostāvvieta pie skolas", "fails@iedzivotaji.example");
        try (var visitor = Visitor.atDesk(base)) {
            visitor.open(OPEN + "/priekslikums");
            idea.write(visitor);
            visitor.page()
                    .setInputFiles(
                            "#files",
                            new com.microsoft.playwright.options.FilePayload(
                                    "plans.pdf", "application/pdf", "#!/bin/sh\nexit".getBytes()));
            Idea.send(visitor);
            visitor.reads("plans.pdf:");
            assertThat(visitor.field("Virsraksts")).hasValue(idea.title());
            assertThat(sent(idea)).isZero();
        }
    }

    @Test
    void wouldNoticeAPictureWithoutWords() {
        try (var visitor = Visitor.atDesk(base)) {
            visitor.page().setContent("<html lang=lv><title>Varu</title><main><h1>Varu</h1><img src=x></main></html>");
            assertThat(Accessibility.violations(visitor.page()))
                    .singleElement()
                    .asString()
                    .startsWith("image-alt (critical)");
        }
    }

    @Test
    void saysThatAPageDoesNotExist() {
        try (var visitor = Visitor.onPhone(base)) {
            assertThat(visitor.open("/apspriesanas/NAV-TADAS").status()).isEqualTo(404);
            assertThat(visitor.page()).hasTitle(Pattern.compile(".+ – Varu"));
            visitor.look("publiski-nav-tadas-lapas");
        }
        Accessibility.assertClean("publiski");
    }

    private static Idea idea(String title, String email) {
        return new Idea(
                title,
                "Lūdzam ierīkot šogad, palīdzēsim paši.",
                "Cits",
                "Krāslavas novads kopumā",
                "Maija Kalniņa",
                email,
                "Rīgas iela 5, Krāslava");
    }

    private long sent(Idea idea) {
        return jdbc.sql("select count(*) from proposal where title = ?")
                .param(idea.title())
                .query(Long.class)
                .single();
    }
}
