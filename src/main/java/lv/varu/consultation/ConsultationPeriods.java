package lv.varu.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.Span;
import lv.varu.engine.Decisions;
import org.springframework.stereotype.Component;

/** The periods of {@code periods.dmn} that concern a consultation. */
@Component
class ConsultationPeriods {
    private final Decisions decisions;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    ConsultationPeriods(Decisions decisions, Deadlines deadlines, ConsultationSettings settings) {
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** When those who were invited and are silent get a reminder; never before the opening. */
    Instant remindInvitedAt(Consultation consultation) {
        LocalDate day = deadlines.before(
                consultation.closesOn(),
                period(consultation.documentType(), "REMINDER_BEFORE_CLOSING").span());
        Instant reminder = day.atTime(settings.reminderTime()).atZone(Riga.ZONE).toInstant();
        return reminder.isBefore(consultation.opensAt()) ? consultation.opensAt() : reminder;
    }

    /** The shortest window that the rules allow for this kind of document. */
    MinimumWindow minimumWindow(DocumentType type, LocalDate opensOn, LocalDate closesOn) {
        var period = period(type, "MINIMUM_WINDOW");
        LocalDate earliest =
                switch (period.span().unit()) {
                    case WEEKS -> opensOn.plusWeeks(period.span().amount());
                    case MONTHS -> opensOn.plusMonths(period.span().amount());
                    case DAYS -> opensOn.plusDays(period.span().amount());
                    case WORKING_DAYS -> deadlines.of(opensOn, period.span()).date();
                };
        // The first day counts, so a window of four weeks ends on the day before the same weekday.
        long days = ChronoUnit.DAYS.between(opensOn, closesOn) + 1;
        return new MinimumWindow(period.span(), period.source(), days, earliest.minusDays(1), closesOn);
    }

    /**
     * @param source act and section that the rule comes from
     * @param days length of the window that was chosen, first and last day included
     * @param earliestEnd the first day on which the rule lets it end
     */
    record MinimumWindow(Span span, String source, long days, LocalDate earliestEnd, LocalDate closesOn) {
        boolean isKept() {
            return !closesOn.isBefore(earliestEnd);
        }
    }

    private Period period(DocumentType type, String name) {
        var row = decisions.ask("periods", Map.of("documentType", type.name(), "period", name));
        return new Period(new Span(row.number("amount"), Span.Unit.valueOf(row.text("unit"))), row.text("source"));
    }

    private record Period(Span span, String source) {}
}
