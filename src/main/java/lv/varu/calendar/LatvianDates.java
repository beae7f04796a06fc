package lv.varu.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates as people read them, in Riga's time. Templates call it as {@code @dates}; without a locale it speaks the
 * language of the page, letters name theirs.
 */
@Component("dates")
public class LatvianDates {
    private final Clock clock;
    private final MessageSource messages;
    private final DeadlineWording wording;

    public LatvianDates(Clock clock, MessageSource messages, DeadlineWording wording) {
        this.clock = clock;
        this.messages = messages;
        this.wording = wording;
    }

    /** "12.11.2021.", "12 November 2021". */
    public String date(LocalDate day) {
        return date(day, locale());
    }

    public String date(Instant instant) {
        return date(Riga.dayOf(instant));
    }

    public String date(LocalDate day, Locale locale) {
        return DateFormats.date(day, locale);
    }

    /** "2021. gada 12. novembris", "12 November 2021". */
    public String longDate(LocalDate day) {
        return longDate(day, locale());
    }

    public String longDate(LocalDate day, Locale locale) {
        return DateFormats.longDate(day, locale);
    }

    /** "12.11.2021. plkst. 14:05", "12 November 2021, 14:05". */
    public String dateTime(Instant instant) {
        return dateTime(instant, locale());
    }

    public String dateTime(Instant instant, Locale locale) {
        return DateFormats.dateTime(LocalDateTime.ofInstant(instant, Riga.ZONE), locale);
    }

    /** "piektdiena", "Friday". */
    public String weekday(LocalDate day) {
        return weekday(day, locale());
    }

    public String weekday(LocalDate day, Locale locale) {
        return DateFormats.weekday(day, locale);
    }

    /** "12.11.2021.–17.12.2021.". */
    public String period(LocalDate first, LocalDate last) {
        return period(first, last, locale());
    }

    public String period(LocalDate first, LocalDate last, Locale locale) {
        return text(locale, "calendar.period", date(first, locale), date(last, locale));
    }

    /** "līdz 17.12.2021. (ieskaitot)". */
    public String until(LocalDate lastDay) {
        return until(lastDay, locale());
    }

    public String until(LocalDate lastDay, Locale locale) {
        return text(locale, "calendar.until", date(lastDay, locale));
    }

    /** "vēl 5 dienas", "šodien pēdējā diena", "pirms 3 dienām". */
    public String daysLeft(LocalDate lastDay) {
        return daysLeft(lastDay, locale());
    }

    public String daysLeft(LocalDate lastDay, Locale locale) {
        long days = ChronoUnit.DAYS.between(Riga.today(clock), lastDay);
        if (days == 0) {
            return text(locale, "calendar.left.today");
        }
        return days > 0 ? text(locale, "calendar.left", days) : text(locale, "calendar.left.past", -days);
    }

    public boolean isPast(LocalDate lastDay) {
        return Riga.today(clock).isAfter(lastDay);
    }

    /** How the deadline was computed. */
    public String explain(Deadline deadline) {
        return wording.explain(deadline, locale());
    }

    /** What a day off is called. */
    public String name(DayOff dayOff) {
        return wording.name(dayOff, locale());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
