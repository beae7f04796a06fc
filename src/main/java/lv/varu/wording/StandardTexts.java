package lv.varu.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lv.varu.mail.Wording;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every kind of letter as the program brings it: what has a subject and a body in the message bundles. */
@Component
class StandardTexts {
    static final List<String> LANGUAGES = List.of("lv", "en");
    private static final Pattern FILE = Pattern.compile("(.+)_(lv|en)\\.properties");
    /** The features whose letters name their partnership; the others write for the program. */
    private static final List<String> OF_PARTNERSHIPS =
            List.of("proposal.", "consultation.", "commitment.", "retention.");

    private static final String SUBJECT = ".subject";
    private static final String BODY = ".body";
    private static final String ACTION = ".action";

    private final Map<String, Map<String, String>> texts = read();
    private final List<String> templates = letters();

    List<String> templates() {
        return templates;
    }

    boolean knows(String template) {
        return templates.contains(template);
    }

    /** Whether the letter goes out in the name of one partnership, so that it may have words of its own. */
    boolean isOfPartnership(String template) {
        return OF_PARTNERSHIPS.stream().anyMatch(template::startsWith);
    }

    Wording of(String template, String language) {
        var known = texts.getOrDefault(language, Map.of());
        return new Wording(
                Objects.requireNonNull(known.get(template + SUBJECT), template),
                Objects.requireNonNull(known.get(template + BODY), template),
                known.get(template + ACTION));
    }

    private List<String> letters() {
        var found = new TreeSet<String>();
        var latvian = texts.getOrDefault("lv", Map.of());
        var english = texts.getOrDefault("en", Map.of());
        for (var key : latvian.keySet()) {
            if (key.endsWith(SUBJECT)) {
                var template = key.substring(0, key.length() - SUBJECT.length());
                if (latvian.containsKey(template + BODY)
                        && english.containsKey(template + SUBJECT)
                        && english.containsKey(template + BODY)) {
                    found.add(template);
                }
            }
        }
        return List.copyOf(found);
    }

    private static Map<String, Map<String, String>> read() {
        var texts = new HashMap<String, Map<String, String>>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = FILE.matcher(Objects.requireNonNull(file.getFilename()));
                if (name.matches()) {
                    var language = texts.computeIfAbsent(name.group(2), added -> new HashMap<>());
                    load(file).forEach((key, text) -> language.put((String) key, (String) text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Properties load(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
