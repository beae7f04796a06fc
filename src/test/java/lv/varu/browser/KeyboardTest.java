package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The whole work without a mouse: a resident, a municipal contact, staff and a manager. */
@SampleTest
class KeyboardTest {
    private static final String PASSWORD = "varu-paraugs";
    private static final String OPEN = "/apspriesanas/PARAUGS-KRASLAVA-IEKRP";
    private static final String ANNOUNCED = "/darbs/apspriesanas/PARAUGS-AUGSDAUGAVA-SN";

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Value("${varu.public-url}")
    String base;

    @Test
    void aResidentIsLedToWhatIsMissing() {
        try (var resident = Visitor.atDesk(base)) {
            resident.open(OPEN + "/priekslikums");
            var keys = new Keyboard(resident.page());
            keys.type("title", "Solins pie skolas");
            keys.goTo("button.main");
            keys.press("Enter");
            keys.seesWhatIsWrongAndGoesThere("text");
            assertThat(resident.field("Virsraksts")).hasValue("Solins pie skolas");
        }
    }

    @Test
    void aMunicipalContactAnswersByLink() {
        Call call = journey.open("PREILI");
        UUID proposal = journey.screened(call, unique("Laternas")).proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        UUID contact = Objects.requireNonNull(
                book.of(call.id(), List.of(ProposalStatus.FORWARDED)).get(0).contactId());
        try (var official = Visitor.atDesk(base)) {
            official.open("/atbilde/" + journey.answerToken(call, contact));
            var keys = new Keyboard(official.page());
            if (official.page().locator("#proposal-" + proposal).getAttribute("open") == null) {
                keys.goTo("#proposal-" + proposal + " > summary");
                keys.press("Enter");
            }
            keys.pick("outcome-" + proposal, "REJECTED");
            keys.goTo("button[name=all]");
            keys.press("Enter");
            keys.seesWhatIsWrongAndGoesThere("rationale-" + proposal);
            official.page().keyboard().type("Iela jau ir apgaismota.");
            keys.goTo("button[name=ready]");
            keys.press("Enter");
            official.reads("Nosūtītās atbildes");
        }
    }

    @Test
    void staffSignInFindATaskAndCompleteIt() {
        String title = unique("Laternas");
        journey.confirmed(journey.open("PREILI"), title);
        try (var staff = Visitor.atDesk(base)) {
            var keys = signIn(staff, "elina@preili.example");
            staff.open("/darbs/uzdevumi?skats=komanda");
            keys.press("Tab");
            assertThat(staff.page().locator("a.skip")).isFocused();
            keys.press("Enter");
            keys.type("q", title);
            keys.press("Enter");
            staff.page().waitForURL(Pattern.compile(".*q=.+"));
            keys.goTo("li.row a.what");
            keys.press("Enter");
            staff.page().waitForURL(Pattern.compile(".*uzdevums=.+"));
            keys.pick("decision", "CLARIFY");
            keys.goTo("form[action*='/darbs/uzdevumi/'] button.main");
            keys.press("Enter");
            keys.seesWhatIsWrongAndGoesThere("question");
            staff.page().keyboard().type("Pie kuras majas?");
            keys.goTo("form[action*='/darbs/uzdevumi/'] button.main");
            keys.press("Enter");
            staff.reads("Priekšlikums ir izskatīts.");
        }
    }

    @Test
    void aManagerWithdrawsAConsultation() {
        try (var manager = Visitor.atDesk(base)) {
            var keys = signIn(manager, "ieva@kaimini.example");
            manager.open(ANNOUNCED);
            keys.goTo("a[href$='/atsaukt']");
            keys.press("Enter");
            manager.sees("Atsaukt apspriešanu?");
            keys.goTo("button.danger");
            keys.press("Enter");
            keys.seesWhatIsWrongAndGoesThere("reason");
            manager.page().keyboard().type("Dome noteikumus gatavos no jauna.");
            keys.goTo("button.danger");
            keys.press("Enter");
            manager.reads("Apspriešana ir atsaukta");
        }
    }

    @Test
    void theMenuOfAPhoneClosesByEscape() {
        try (var staff = Visitor.atDesk(base)) {
            var keys = signIn(staff, "elina@preili.example");
            staff.page().setViewportSize(390, 844);
            keys.goTo("button[popovertarget]");
            keys.press("Enter");
            assertThat(staff.page().locator("#vairak:popover-open")).isVisible();
            keys.press("Escape");
            assertThat(staff.page().locator("#vairak:popover-open")).hasCount(0);
            assertThat(staff.page().locator("button[popovertarget]")).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", OPEN, OPEN + "/priekslikums", OPEN + "/priekslikumi", "/jaunumi", "/meklet?q=iela", "/ieiet"
            })
    void focusIsSeenEverywhereAndNeverHeld(String address) {
        try (var visitor = Visitor.atDesk(base)) {
            visitor.open(address);
            assertThat(new Keyboard(visitor.page()).walk()).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/darbs/uzdevumi?skats=komanda", "/darbs/priekslikumi", ANNOUNCED, "/darbs/aicinajumi/jauns"})
    void focusIsSeenEverywhereAtWork(String address) {
        try (var staff = Visitor.atDesk(base)) {
            var keys = signIn(staff, "anna@kaimini.example");
            staff.open(address);
            assertThat(keys.walk()).isGreaterThan(10);
        }
    }

    private Keyboard signIn(Visitor visitor, String email) {
        visitor.open("/ieiet");
        var keys = new Keyboard(visitor.page());
        keys.type("email", email);
        keys.type("password", PASSWORD);
        keys.press("Enter");
        visitor.sees("Uzdevumi");
        return keys;
    }

    private static String unique(String words) {
        return words + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
