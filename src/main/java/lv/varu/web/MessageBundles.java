package lv.varu.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all features, as they lie in {@code messages/}. */
class MessageBundles {
    private static final Pattern FILE = Pattern.compile("(.+)_(lv|en)\\.properties");

    private MessageBundles() {}

    static Map<Locale, Map<String, String>> read() {
        Map<Locale, Map<String, String>> texts = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = FILE.matcher(Objects.requireNonNull(file.getFilename()));
                if (name.matches()) {
                    Map<String, String> language =
                            texts.computeIfAbsent(Locale.forLanguageTag(name.group(2)), added -> new HashMap<>());
                    load(file).forEach((key, text) -> language.put((String) key, (String) text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Properties load(Resource file) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
