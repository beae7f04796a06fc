package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/**
 * Follows the links of the program with sample data, as each kind of person, to at least one page of every kind. Each
 * opens without a fault, fits on a phone, and has nothing that axe finds; a kind that several see is looked at once.
 */
@SampleTest
class EveryPageTest {
    private static final String PASSWORD = "varu-paraugs";
    /** A consultation at its end shows more than one at its beginning. */
    private static final String OVER = "/apspriesanas/2021-PREILI-AP";

    /** Of all three partnerships. */
    private static final String SHARED = "2021-LATGALE-AP";

    private static final Pattern NO_PAGE = Pattern.compile(
            ".*(\\.(pdf|docx|xlsx|ics|csv|json|xml)(\\?.*)?|/sagataves/.+|/faili/.*|/fails/.*|/html|/lejupieladet|/v3/.*|/actuator.*)$");

    private final Set<String> looked = new HashSet<>();

    @Value("${varu.public-url}")
    String base;

    @AfterAll
    void isAccessible() {
        Accessibility.assertClean("lapa");
    }

    @Test
    void isFitForEverybody() {
        try (var visitor = Visitor.atDesk(base)) {
            walk(visitor, "/", OVER, OVER + "/nostaja", OVER + "/parskats");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elina@preili.example", "baiba@kraslava.example", "gatis@varu.example"})
    void isFitForEverybodyWhoSignsIn(String email) {
        try (var visitor = Visitor.atDesk(base)) {
            visitor.signIn(email, PASSWORD);
            walk(visitor, "/darbs", "/darbs/apspriesanas/" + SHARED, "/darbs/statuss/" + SHARED);
        }
    }

    private void walk(Visitor visitor, String start, String... more) {
        List<String> faults = new ArrayList<>();
        visitor.page().onConsoleMessage(message -> note(faults, visitor.page(), message));
        visitor.page().onPageError(error -> faults.add(visitor.page().url() + " " + error));
        Set<String> kinds = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        Map<String, String> kindOf = new HashMap<>(Map.of(start, kind(start, "")));
        for (String address : more) {
            ahead.add(address);
            kindOf.put(address, kind(address, "") + "/beigta");
        }
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            String kind = kindOf.get(address);
            if (!kinds.add(kind)) {
                continue;
            }
            int status = visitor.open(address).status();
            if (status != 200) {
                faults.add(address + " " + status);
                continue;
            }
            if (looked.add(kind)) {
                visitor.inspect("lapa" + kind.replaceAll("[^\\p{L}\\p{N}]+", "-"));
                if (!visitor.fitsOnPhone()) {
                    faults.add(address + " is wider than a phone");
                }
            }
            visitor.links(start.equals("/") ? "" : start).forEach((link, text) -> {
                if (!NO_PAGE.matcher(link).matches() && (start.equals("/") != link.startsWith("/darbs"))) {
                    kindOf.putIfAbsent(link, kind(link, text));
                    ahead.add(link);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    /** A refused picture or style is told on the console as well. */
    private static void note(List<String> faults, Page page, ConsoleMessage message) {
        if (message.type().equals("error")) {
            faults.add(page.url() + " " + message.text());
        }
    }

    /** Pages that differ in their data alone are of one kind; tasks differ in their forms, which their names tell. */
    private static String kind(String address, String text) {
        String kind = address.replaceAll("\\?.*uzdevums=.*", "/viens")
                .replaceAll("\\?(skats=\\w+).*", "/$1")
                .replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x")
                .replaceAll("P-[0-9A-Z]{4}-[0-9A-Z]{4}", "x")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d", "x")
                .replaceAll("/[0-9A-Z]+(-[0-9A-Z]+)*(?=/|$)", "/x");
        return kind.equals("/darbs/uzdevumi/x") ? kind + "/" + text : kind;
    }
}
