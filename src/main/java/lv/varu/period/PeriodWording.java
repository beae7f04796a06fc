package lv.varu.period;

import java.util.Locale;
import lv.varu.calendar.DeadlineWording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a row of the rule table is about, and how long it lasts. */
@Component
class PeriodWording {
    private final DeadlineWording deadlines;
    private final MessageSource messages;

    PeriodWording(DeadlineWording deadlines, MessageSource messages) {
        this.deadlines = deadlines;
        this.messages = messages;
    }

    /** "72 stundas", "3 darbdienas". */
    String length(Period period, Locale locale) {
        return period.unit() == Period.Unit.HOURS
                ? text(locale, "period.hours", period.amount())
                : deadlines.span(period.span(), locale);
    }

    String name(StandardPeriod row, Locale locale) {
        return text(locale, "period.name." + row.name());
    }

    String documents(StandardPeriod row, Locale locale) {
        if (row.documentType() != null) {
            return text(locale, "consultation.type." + row.documentType());
        }
        return text(locale, row.isWindow() ? "period.documents.others" : "period.documents.all");
    }

    /** Both in one line, for lists of cases. */
    String title(StandardPeriod row, Locale locale) {
        return row.isWindow() ? name(row, locale) + ": " + documents(row, locale) : name(row, locale);
    }

    String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
