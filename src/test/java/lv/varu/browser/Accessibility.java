package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What axe finds against WCAG 2.1 A and AA, page by page; {@code target/axe.txt} keeps it. */
class Accessibility {
    private static final Path REPORT = Path.of("target", "axe.txt");
    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
              const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
              return found.violations.map(rule => rule.id + ' (' + rule.impact + '): '
                  + rule.nodes.map(node => node.target.join(' ') + ' – ' + node.any.concat(node.all, node.none)
                      .map(check => check.message).join('; ')).join(' | '));
            }""";
    private static final Map<String, List<String>> FOUND = new TreeMap<>();

    private Accessibility() {}

    /** Whether nothing was found. */
    static boolean check(String name, Page page) {
        var found = violations(page);
        FOUND.put(name, found);
        return found.isEmpty();
    }

    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<String>) page.evaluate(RUN);
    }

    /** All at once, because whoever mends one page wants to know of the others. */
    static void assertClean(String pages) {
        write();
        assertThat(FOUND.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith(pages))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).isEmpty());
    }

    private static void write() {
        try {
            Files.writeString(
                    REPORT,
                    FOUND.entrySet().stream()
                            .map(entry -> entry.getValue().size() + "  " + entry.getKey() + "\n"
                                    + entry.getValue().stream()
                                            .map(violation -> "     " + violation + "\n")
                                            .collect(Collectors.joining()))
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
