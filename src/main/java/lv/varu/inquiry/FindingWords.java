package lv.varu.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import lv.varu.calendar.LatvianDates;
import lv.varu.inquiry.Inquiry.Line;
import lv.varu.privacy.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call records about them, their fields and what becomes of them; the features bring the texts. */
@Component("findingWords")
class FindingWords {
    private final MessageSource messages;
    private final LatvianDates dates;

    FindingWords(MessageSource messages, LatvianDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    public String kind(String kind) {
        return kind(kind, LocaleContextHolder.getLocale());
    }

    String kind(String kind, Locale locale) {
        return text("privacy.kind." + kind, locale);
    }

    public String field(String field) {
        return text("privacy.field." + field, LocaleContextHolder.getLocale());
    }

    public String value(Object value) {
        return value(value, LocaleContextHolder.getLocale());
    }

    private String value(Object value, Locale locale) {
        if (value instanceof MessageSourceResolvable code) {
            return messages.getMessage(code, locale);
        }
        if (value instanceof Instant time) {
            return dates.dateTime(time, locale);
        }
        if (value instanceof LocalDate day) {
            return dates.date(day, locale);
        }
        if (value instanceof Boolean answer) {
            return text(answer ? "web.yes" : "web.no", locale);
        }
        return value.toString();
    }

    public String stays(@Nullable String reason) {
        return reason == null ? "" : text("privacy.stays." + reason, LocaleContextHolder.getLocale());
    }

    public String fate(Finding.Fate fate) {
        return text("inquiry.fate." + fate, LocaleContextHolder.getLocale());
    }

    public String line(Line line) {
        return line(line, LocaleContextHolder.getLocale());
    }

    String line(Line line, Locale locale) {
        String counted = counted(line.kind(), line.count(), locale);
        return line.stays() == null ? counted : counted + ". " + text("privacy.stays." + line.stays(), locale);
    }

    String counted(String kind, long count, Locale locale) {
        return messages.getMessage("inquiry.counted", new Object[] {kind(kind, locale), count}, locale);
    }

    /** Other features bring the words; what has none is shown by its code. */
    private String text(String key, Locale locale) {
        String text = messages.getMessage(key, null, key, locale);
        return text == null ? key : text;
    }
}
