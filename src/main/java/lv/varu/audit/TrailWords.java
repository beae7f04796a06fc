package lv.varu.audit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the pages call actions, fields and kinds of cases: texts that every feature brings in its own bundle. The trail
 * outlives the features, so what has lost its text is shown by its code.
 */
@Component("trailWords")
class TrailWords {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern SEVERAL = Pattern.compile(", ?");
    private static final DateTimeFormatter LATVIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy.");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final MessageSource messages;
    private final List<CodeNames> names;

    TrailWords(MessageSource messages, List<CodeNames> names) {
        this.messages = messages;
        this.names = names;
    }

    public String action(String action) {
        return text("audit.action.", action);
    }

    /** Several entries alike, in the words for their kind of letter if there are any. */
    public String several(TrailRow row) {
        String action = row.newest().action();
        Object[] count = {row.entries()};
        String words =
                messages.getMessage("audit.several." + action, count, action(action), LocaleContextHolder.getLocale());
        String template = row.newest().facts().getOrDefault("template", "");
        return Objects.requireNonNull(messages.getMessage(
                "audit.several." + action + "." + template, count, words, LocaleContextHolder.getLocale()));
    }

    public String field(String field) {
        return text("audit.field.", field);
    }

    public String kind(String kind) {
        return text("audit.kind.", kind);
    }

    /**
     * The word for a code, where a feature says in {@code audit.codes.<field>} below which keys its words stand, or its
     * name, where a feature contributes names.
     */
    public String value(String field, String value) {
        if (value.equals("true") || value.equals("false")) {
            return text("audit.value.", value);
        }
        if (DAY.matcher(value).matches()) {
            return day(value);
        }
        Locale locale = LocaleContextHolder.getLocale();
        String keys = messages.getMessage("audit.codes." + field, null, "", locale);
        if (keys != null && !keys.isEmpty()) {
            return each(value, code -> word(keys, code, locale));
        }
        return names.stream()
                .filter(kept -> kept.has(field))
                .findFirst()
                .map(kept -> each(value, code -> kept.nameOf(field, code, locale)))
                .orElse(value);
    }

    private static String each(String codes, Function<String, Optional<String>> word) {
        return SEVERAL.splitAsStream(codes)
                .map(code -> word.apply(code).orElse(code))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> word(String keys, String code, Locale locale) {
        return Arrays.stream(keys.split(","))
                .map(key -> messages.getMessage(key + code, null, "", locale))
                .filter(word -> word != null && !word.isEmpty())
                .findFirst();
    }

    private static String day(String value) {
        try {
            boolean latvian = LocaleContextHolder.getLocale().getLanguage().equals("lv");
            return (latvian ? LATVIAN : ENGLISH).format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String text(String prefix, String code) {
        var text = messages.getMessage(prefix + code, null, code, LocaleContextHolder.getLocale());
        return text == null ? code : text;
    }
}
