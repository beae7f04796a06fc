package lv.varu.calendar;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class LatvianDatesTest {
    private static final LocalDate DAY = parse("2021-11-12");

    /** Half past midnight in Riga, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2021-11-11T22:30:00Z");

    private final LatvianDates dates = new LatvianDates(
            Clock.fixed(NOW, ZoneOffset.UTC), new BundledMessages(), new DeadlineWording(new BundledMessages()));

    @BeforeEach
    void openALatvianPage() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("lv"));
    }

    @AfterEach
    void leaveThePage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesLatvianDates() {
        assertThat(dates.date(DAY)).isEqualTo("12.11.2021.");
        assertThat(dates.date(NOW)).isEqualTo("12.11.2021.");
        assertThat(dates.longDate(parse("2026-05-04"))).isEqualTo("2026. gada 4. maijs");
        assertThat(dates.dateTime(NOW)).isEqualTo("12.11.2021. plkst. 00:30");
        assertThat(dates.weekday(DAY)).isEqualTo("piektdiena");
        assertThat(dates.until(parse("2021-12-17"))).isEqualTo("līdz 17.12.2021. (ieskaitot)");
        assertThat(dates.period(DAY, parse("2021-12-17"))).isEqualTo("12.11.2021.–17.12.2021.");
    }

    @Test
    void writesEnglishDates() {
        LocaleContextHolder.setLocale(Locale.UK);
        assertThat(dates.date(DAY)).isEqualTo("12 November 2021");
        assertThat(dates.longDate(DAY)).isEqualTo("12 November 2021");
        assertThat(dates.dateTime(NOW)).isEqualTo("12 November 2021, 00:30");
        assertThat(dates.weekday(DAY)).isEqualTo("Friday");
        assertThat(dates.daysLeft(parse("2021-11-13"))).isEqualTo("1 day left");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-12, šodien pēdējā diena",
        "2021-11-13, vēl 1 diena",
        "2021-11-17, vēl 5 dienas",
        "2021-11-23, vēl 11 dienas",
        "2021-12-03, vēl 21 diena",
        "2021-11-11, pirms 1 dienas",
        "2021-11-02, pirms 10 dienām"
    })
    void countsTheDaysLeftFromTodayInRiga(LocalDate lastDay, String text) {
        assertThat(dates.daysLeft(lastDay)).isEqualTo(text);
        assertThat(dates.isPast(lastDay)).isEqualTo(lastDay.isBefore(DAY));
    }
}
