package lv.varu.calendar;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeadlineWordingTest {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final DeadlineWording wording = new DeadlineWording(new BundledMessages());
    private final Deadlines deadlines = new Deadlines(ExceptionExamples.calendar(true));

    @Test
    void namesTheHolidaysButNotTheWeekends() {
        Deadline deadline = deadlines.workingDays(parse("2021-11-12"), 10);
        assertThat(wording.explain(deadline, LATVIAN)).isEqualTo("10 darbdienas no 12.11.2021.; 18.11. svētku diena");
        assertThat(wording.explain(deadline, Locale.ENGLISH))
                .isEqualTo("10 working days from 12 November 2021; 18 November is a public holiday");
    }

    @Test
    void saysWhyTheLastDayMoved() {
        Deadline deadline = deadlines.days(parse("2024-04-04"), 30);
        assertThat(wording.explain(deadline, LATVIAN))
                .isEqualTo("30 dienas no 04.04.2024.; 06.05. brīvdiena 04.05. vietā;"
                        + " 04.05. nav darbdiena, tāpēc termiņš ir 07.05.");
    }

    @Test
    void namesMovedWorkingDaysAndOneOffs() {
        assertThat(wording.explain(deadlines.workingDays(parse("2025-12-30"), 12), LATVIAN))
                .isEqualTo("12 darbdienas no 30.12.2025.; 31.12. svētku diena; 01.01. svētku diena;"
                        + " 02.01. brīvdiena, darbdiena pārcelta uz 17.01.; 17.01. ir darbdiena");
        assertThat(wording.explain(deadlines.workingDays(parse("2023-05-26"), 1), Locale.ENGLISH))
                .isEqualTo("1 working day from 26 May 2023; 29 May is free (bronze medal of the ice hockey team)");
    }

    @Test
    void usesTheLatvianPlurals() {
        assertThat(wording.span(Span.workingDays(1), LATVIAN)).isEqualTo("1 darbdiena");
        assertThat(wording.span(Span.workingDays(11), LATVIAN)).isEqualTo("11 darbdienas");
        assertThat(wording.span(Span.days(21), LATVIAN)).isEqualTo("21 diena");
        assertThat(wording.span(Span.weeks(4), LATVIAN)).isEqualTo("4 nedēļas");
        assertThat(wording.span(Span.months(1), LATVIAN)).isEqualTo("1 mēnesis");
    }
}
