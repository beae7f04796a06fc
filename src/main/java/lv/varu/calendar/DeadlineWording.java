package lv.varu.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how a deadline was computed: "10 darbdienas no 12.11.2021.; 18.11. svētku diena". */
@Component
public class DeadlineWording {
    private final MessageSource messages;

    public DeadlineWording(MessageSource messages) {
        this.messages = messages;
    }

    /** The count, then what made it longer or shorter than it looks; weekends go without saying. */
    public String explain(Deadline deadline, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(text(
                locale,
                "calendar.deadline.count",
                span(deadline.span(), locale),
                DateFormats.date(deadline.from(), locale)));
        deadline.skipped().forEach(dayOff -> parts.add(dayOff(dayOff, locale)));
        deadline.worked().forEach(day -> parts.add(text(locale, "calendar.worked", dayAndMonth(day, locale))));
        if (deadline.isShifted()) {
            parts.add(text(
                    locale,
                    "calendar.deadline.shifted",
                    dayAndMonth(deadline.counted(), locale),
                    dayAndMonth(deadline.date(), locale)));
        }
        return String.join("; ", parts);
    }

    /** "10 darbdienas", "4 nedēļas". */
    public String span(Span span, Locale locale) {
        return text(locale, "calendar.span." + span.unit().name(), span.amount());
    }

    /** "18.11. svētku diena", "20.11. brīvdiena 18.11. vietā". */
    public String dayOff(DayOff dayOff, Locale locale) {
        String day = dayAndMonth(dayOff.day(), locale);
        if (dayOff instanceof DayOff.Substitute substitute) {
            return text(locale, "calendar.off.substitute", day, dayAndMonth(substitute.insteadOf(), locale));
        }
        if (dayOff instanceof DayOff.Moved moved) {
            return text(locale, "calendar.off.moved", day, dayAndMonth(moved.workedOn(), locale));
        }
        if (dayOff instanceof DayOff.OneOff oneOff) {
            String reason = DateFormats.isEnglish(locale) ? oneOff.reasonEn() : oneOff.reasonLv();
            return text(locale, "calendar.off.once", day, reason);
        }
        return text(locale, "calendar.off.holiday", day);
    }

    /** "Jāņu diena", "Latvijas Republikas Proklamēšanas diena (brīvdiena 18.11. vietā)". */
    public String name(DayOff dayOff, Locale locale) {
        if (dayOff instanceof DayOff.PublicHoliday holiday) {
            return text(locale, "calendar.holiday." + holiday.name());
        }
        if (dayOff instanceof DayOff.Substitute substitute) {
            String name = text(locale, "calendar.holiday." + substitute.name());
            return text(locale, "calendar.substitute", name, dayAndMonth(substitute.insteadOf(), locale));
        }
        return dayOff(dayOff, locale);
    }

    private static String dayAndMonth(LocalDate day, Locale locale) {
        return DateFormats.dayAndMonth(day, locale);
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
