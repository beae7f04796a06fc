package lv.varu.web;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** Texts as ICU patterns: Latvian has three plural forms, which the JDK's patterns do not know. */
class IcuMessageSource implements MessageSource {
    private static final Logger log = LoggerFactory.getLogger(IcuMessageSource.class);

    private final Map<Locale, Map<String, String>> texts;
    private final UnaryOperator<String> onMissing;
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    /** @param onMissing what stands in for the text of a key that no bundle has, or refuses it */
    IcuMessageSource(Map<Locale, Map<String, String>> texts, UnaryOperator<String> onMissing) {
        this.texts = texts;
        this.onMissing = onMissing;
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String fallback, Locale locale) {
        String text = find(code, arguments, locale);
        return text == null ? fallback : text;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, Locale locale) {
        String text = find(code, arguments, locale);
        return text == null ? missing(code, locale) : text;
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, Locale locale) {
        String[] codes = resolvable.getCodes();
        if (codes != null) {
            for (String code : codes) {
                String text = find(code, resolvable.getArguments(), locale);
                if (text != null) {
                    return text;
                }
            }
        }
        String fallback = resolvable.getDefaultMessage();
        return fallback == null ? missing(String.join(", ", codes == null ? new String[0] : codes), locale) : fallback;
    }

    private @Nullable String find(String code, Object @Nullable [] arguments, Locale locale) {
        Locale language = texts.containsKey(Languages.plain(locale)) ? Languages.plain(locale) : Languages.DEFAULT;
        String pattern = texts.getOrDefault(language, Map.of()).get(code);
        if (pattern == null) {
            if (language.equals(Languages.DEFAULT)) {
                return null;
            }
            return find(code, arguments, Languages.DEFAULT);
        }
        return format(code, pattern, arguments, language);
    }

    private String format(String code, String pattern, Object @Nullable [] arguments, Locale language) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        // A format is not safe for two threads; cloning one is cheaper than parsing it.
        MessageFormat format = (MessageFormat) formats.computeIfAbsent(language, l -> new ConcurrentHashMap<>())
                .computeIfAbsent(code, c -> new MessageFormat(pattern, language))
                .clone();
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof Map<?, ?> named) {
            return format.format(named);
        }
        if (format.usesNamedArguments()) {
            return format.format(Map.of());
        }
        return format.format(resolved(arguments, language));
    }

    /** An argument may itself be a text, for example the name of a field. */
    private Object[] resolved(Object @Nullable [] arguments, Locale language) {
        Object[] resolved = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] instanceof MessageSourceResolvable text) {
                resolved[i] = getMessage(text, language);
            }
        }
        return resolved;
    }

    private String missing(String code, Locale locale) {
        log.warn("No text {} in {}", code, locale);
        return onMissing.apply(code);
    }
}
