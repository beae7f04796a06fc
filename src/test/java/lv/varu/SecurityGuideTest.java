package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The table of {@code docs/security.md}: whole, and true as far as a test can see. */
class SecurityGuideTest {
    private static final Path GUIDE = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d[^|]*) \\| ([^|]*) \\|([^|]*)\\|");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+\\.\\d+)\\.(\\d+)(?:–(?:\\d+\\.\\d+\\.)(\\d+))?");
    private static final Pattern NAMED = Pattern.compile("`(?:([A-Z]\\w+Test)(#\\w+)?|(#\\w+))`");

    @Test
    void hasARowForEveryRequirementAndNoneTwice() throws IOException {
        List<String> named = new ArrayList<>();
        rows().forEach(row -> named.addAll(numbers(row.get(0))));
        assertThat(named).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(named)).isEqualTo(new TreeSet<>(requirements()));
    }

    @Test
    void saysOfEachRowWhetherItHolds() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get(1)).as(row.get(0)).isIn("yes", "read", "part", "no", "none");
            if (row.get(1).equals("yes")) {
                assertThat(row.get(2)).as(row.get(0)).containsPattern("`[A-Z]\\w+Test");
            } else {
                assertThat(row.get(2)).as(row.get(0)).isNotBlank();
            }
        });
    }

    @Test
    void namesOnlyTestsThatThereAre() throws IOException {
        Map<String, String> tests = tests();
        Set<String> missing = new TreeSet<>();
        Files.readAllLines(GUIDE).forEach(line -> {
            String last = "";
            for (var found : NAMED.matcher(line).results().toList()) {
                String name = found.group(1) == null ? last : found.group(1);
                last = name;
                String method = found.group().replaceAll(".*#|[`]", "").replace(name, "");
                if (!tests.getOrDefault(name, "").contains("void " + method)) {
                    missing.add(found.group());
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(GUIDE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).matches("\\d+\\.\\d+\\.\\d.*"))
                .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static List<String> requirements() throws IOException {
        return new ClassPathResource("asvs-level-2.txt")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> numbers(line).stream())
                .toList();
    }

    /** One by one, what is written as {@code 2.1.1–2.1.3}. */
    private static List<String> numbers(String text) {
        return NUMBERS.matcher(text)
                .results()
                .flatMap(found -> {
                    int first = Integer.parseInt(found.group(2));
                    int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
                    return IntStream.rangeClosed(first, last).mapToObj(number -> found.group(1) + "." + number);
                })
                .toList();
    }

    private static Map<String, String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityGuideTest::read,
                            (a, b) -> a + b,
                            HashMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
