package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** What a device keeps of a proposal that has not been sent, and what it does not. */
@SampleTest
class DraftTest {
    private static final String FORM = "/apspriesanas/PARAUGS-KRASLAVA-IEKRP/priekslikums";

    @Value("${varu.public-url}")
    String base;

    @Test
    void offersBackWhatWasTypedAndForgetsItWhenAsked() {
        try (var visitor = Visitor.onPhone(base)) {
            visitor.open(FORM);
            assertThat(panel(visitor)).isHidden();
            visitor.fill("Virsraksts", "Laipa pār Indricu");
            visitor.fill("Vārds un uzvārds", "Ilze Noslēpumaina");
            visitor.reads("paliek šajā ierīcē, līdz to nosūtāt");

            visitor.open(FORM);
            visitor.reads("Šajā ierīcē ir melnraksts, kas vēl nav nosūtīts.");
            assertThat(visitor.field("Virsraksts")).hasValue("");
            visitor.look("melnraksts");
            visitor.press("Turpināt melnrakstu");
            assertThat(visitor.field("Virsraksts")).hasValue("Laipa pār Indricu");
            assertThat(visitor.field("Vārds un uzvārds")).hasValue("");
            assertThat(stored(visitor)).contains("Laipa").doesNotContain("Noslēpumaina");

            visitor.press("Izdzēst no šīs ierīces");
            visitor.fill("Virsraksts", "Vairs neglabāt");
            visitor.page().waitForTimeout(800);
            assertThat(stored(visitor)).isEqualTo("null");
            visitor.open(FORM);
            assertThat(panel(visitor)).isHidden();
        }
        Accessibility.assertClean("melnraksts");
    }

    @Test
    void losesNoEarlierDraftToTheFirstLetterOfANewOne() {
        try (var visitor = Visitor.atDesk(base)) {
            visitor.open(FORM);
            visitor.fill("Virsraksts", "Pirmais melnraksts");
            visitor.reads("paliek šajā ierīcē, līdz to nosūtāt");
            visitor.open(FORM);
            visitor.fill("Virsraksts", "Otrais");
            visitor.page().waitForTimeout(800);
            visitor.press("Turpināt melnrakstu");
            assertThat(visitor.field("Virsraksts")).hasValue("Pirmais melnraksts");
        }
    }

    @Test
    void keepsThePageWhenThereIsNoConnection() {
        try (var visitor = Visitor.onPhone(base)) {
            visitor.open(FORM);
            visitor.fill("Virsraksts", "Bez tīkla");
            visitor.page().context().setOffline(true);
            Idea.send(visitor);
            visitor.reads("Nav interneta savienojuma");
            assertThat(visitor.field("Virsraksts")).hasValue("Bez tīkla");
            visitor.page().context().setOffline(false);
            visitor.reads("Savienojums ir atjaunots.");
            Idea.send(visitor);
            visitor.reads("Izvēlieties tematu.");
            assertThat(visitor.field("Virsraksts")).hasValue("Bez tīkla");
        }
    }

    private static Locator panel(Visitor visitor) {
        return visitor.page().locator("[data-draft]");
    }

    private static String stored(Visitor visitor) {
        return String.valueOf(
                visitor.page().evaluate("localStorage.getItem('varu:priekslikums-PARAUGS-KRASLAVA-IEKRP')"));
    }
}
