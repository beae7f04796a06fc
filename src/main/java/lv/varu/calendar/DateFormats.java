package lv.varu.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Spelled out here, not taken from the JDK's locale data, which changes from one release to the next. */
final class DateFormats {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv-LV");
    private static final DateTimeFormatter SHORT = latvian("dd.MM.yyyy.");
    private static final DateTimeFormatter SHORT_WITHOUT_YEAR = latvian("dd.MM.");
    private static final DateTimeFormatter LONG = latvian("yyyy. 'gada' d. MMMM");
    private static final DateTimeFormatter TIMED = latvian("dd.MM.yyyy. 'plkst.' HH:mm");
    private static final DateTimeFormatter ENGLISH = english("d MMMM yyyy");
    private static final DateTimeFormatter ENGLISH_WITHOUT_YEAR = english("d MMMM");
    private static final DateTimeFormatter ENGLISH_TIMED = english("d MMMM yyyy, HH:mm");

    private DateFormats() {}

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    static String date(LocalDate day, Locale locale) {
        return format(day, locale, SHORT, ENGLISH);
    }

    static String longDate(LocalDate day, Locale locale) {
        return format(day, locale, LONG, ENGLISH);
    }

    static String dayAndMonth(LocalDate day, Locale locale) {
        return format(day, locale, SHORT_WITHOUT_YEAR, ENGLISH_WITHOUT_YEAR);
    }

    static String dateTime(LocalDateTime time, Locale locale) {
        return format(time, locale, TIMED, ENGLISH_TIMED);
    }

    static String weekday(LocalDate day, Locale locale) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, isEnglish(locale) ? Locale.ENGLISH : LATVIAN);
    }

    private static String format(
            TemporalAccessor time, Locale locale, DateTimeFormatter latvian, DateTimeFormatter english) {
        return (isEnglish(locale) ? english : latvian).format(time);
    }

    private static DateTimeFormatter latvian(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, LATVIAN);
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
