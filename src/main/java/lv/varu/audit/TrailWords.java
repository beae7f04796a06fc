package lv.varu.audit;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the pages call actions, fields and kinds of cases: texts that every feature brings in its own bundle. The trail
 * outlives the features, so what has lost its text is shown by its code.
 */
@Component("trailWords")
class TrailWords {
    private final MessageSource messages;

    TrailWords(MessageSource messages) {
        this.messages = messages;
    }

    public String action(String action) {
        return text("audit.action.", action);
    }

    public String field(String field) {
        return text("audit.field.", field);
    }

    public String kind(String kind) {
        return text("audit.kind.", kind);
    }

    /** The word for a code, where a feature says in {@code audit.codes.<field>} below which keys its words stand. */
    public String value(String field, String value) {
        String none = "";
        var locale = LocaleContextHolder.getLocale();
        var places = messages.getMessage("audit.codes." + field, null, none, locale);
        for (var place : places == null ? new String[0] : places.split(",")) {
            var word = place.isEmpty() ? none : messages.getMessage(place + value, null, none, locale);
            if (word != null && !word.isEmpty()) {
                return word;
            }
        }
        return value;
    }

    private String text(String prefix, String code) {
        var text = messages.getMessage(prefix + code, null, code, LocaleContextHolder.getLocale());
        return text == null ? code : text;
    }
}
