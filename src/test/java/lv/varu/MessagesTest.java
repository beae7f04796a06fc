package lv.varu;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all features: complete in both languages, well formed, and all that templates and forms ask for. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    /** {@code #{key}} and {@code #{key(…)}}, but no key put together on the page. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9_.-]*)[(}]");

    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("#\\{\\|([A-Za-z][A-Za-z0-9_.-]*\\.)\\$\\{");
    private static final Pattern OF_CONSTRAINT = Pattern.compile("message = \"\\{([A-Za-z][A-Za-z0-9_.-]*)}\"");
    private static final Pattern REJECTED =
            Pattern.compile("rejectValue\\(\\s*\"[^\"]*\",\\s*\"([a-z]+\\.[a-z.A-Z-]+)\"");

    private final Map<String, String> lv = texts("lv");
    private final Map<String, String> en = texts("en");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(en.keySet()).containsExactlyInAnyOrderElementsOf(lv.keySet());
    }

    @Test
    void writesEachKeyOnceInAFile() {
        Stream.of("lv", "en")
                .flatMap(MessagesTest::bundles)
                .forEach(bundle ->
                        assertThat(keysIn(bundle)).as(bundle.toString()).doesNotHaveDuplicates());
    }

    private static List<String> keysIn(Path bundle) {
        List<String> keys = new ArrayList<>();
        Properties each = new Properties() {
            @Override
            public Object put(Object key, Object text) {
                keys.add((String) key);
                return super.put(key, text);
            }
        };
        load(bundle, each);
        return keys;
    }

    @Test
    void saysTheSameWhereverAKeyStands() {
        Map<String, Set<String>> texts = new TreeMap<>();
        Stream.of("lv", "en")
                .forEach(language -> bundles(language)
                        .forEach(bundle -> read(bundle)
                                .forEach(
                                        (key, text) -> texts.computeIfAbsent(key + " " + language, k -> new TreeSet<>())
                                                .add(text))));

        assertThat(texts).allSatisfy((key, all) -> assertThat(all).as(key).hasSize(1));
    }

    @Test
    void writesEveryPatternSoThatItCanBeRead() {
        Stream.of(lv, en)
                .forEach(texts -> texts.forEach((key, text) ->
                        assertThatCode(() -> new MessagePattern(text)).as(key).doesNotThrowAnyException()));
    }

    @Test
    void knowsEveryPluralFormOfLatvian() {
        lv.forEach((key, text) -> {
            if (text.contains(", plural,")) {
                assertThat(text).as(key).contains("one{", "other{");
            }
        });
    }

    @Test
    void hasEveryTextThatATemplateShows() {
        assertThat(matches(TEMPLATES, ".html", IN_TEMPLATE)).isSubsetOf(lv.keySet());
    }

    @Test
    void hasTextsForKeysThatATemplatePutsTogether() {
        for (String prefix : matches(TEMPLATES, ".html", PREFIX_IN_TEMPLATE)) {
            assertThat(lv.keySet()).as(prefix).anyMatch(key -> key.startsWith(prefix));
        }
    }

    @Test
    void hasEveryTextThatAFormRefusesWith() {
        Set<String> used = matches(SOURCES, ".java", OF_CONSTRAINT);
        used.addAll(matches(SOURCES, ".java", REJECTED));

        assertThat(used).isSubsetOf(lv.keySet());
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        bundles(language).forEach(bundle -> texts.putAll(read(bundle)));
        return texts;
    }

    private static Stream<Path> bundles(String language) {
        return files(MESSAGES).filter(file -> file.toString().endsWith("_" + language + ".properties"));
    }

    private static Map<String, String> read(Path bundle) {
        Properties properties = new Properties();
        load(bundle, properties);
        return properties.entrySet().stream().collect(toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    }

    private static void load(Path bundle, Properties into) {
        try (Reader reader = Files.newBufferedReader(bundle)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What documents a template for its authors is not shown. */
    private static String withoutComments(String content) {
        return content.replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }

    private static Set<String> matches(Path folder, String ending, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        files(folder)
                .filter(file -> file.toString().endsWith(ending))
                .forEach(file -> pattern.matcher(withoutComments(content(file)))
                        .results()
                        .map((MatchResult match) -> Objects.requireNonNull(match.group(1)))
                        .forEach(found::add));
        return found;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
