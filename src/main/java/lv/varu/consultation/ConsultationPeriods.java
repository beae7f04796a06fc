package lv.varu.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.Span;
import lv.varu.period.Period;
import lv.varu.period.Periods;
import org.springframework.stereotype.Component;

/** The periods that concern a consultation. */
@Component
public class ConsultationPeriods {
    private final Periods periods;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    ConsultationPeriods(Periods periods, Deadlines deadlines, ConsultationSettings settings) {
        this.periods = periods;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** When those who were invited and are silent get a reminder; never before the opening. */
    public Instant remindInvitedAt(Consultation consultation) {
        LocalDate day = deadlines.before(
                consultation.closesOn(),
                period(consultation.documentType(), "REMINDER_BEFORE_CLOSING").span());
        Instant reminder = day.atTime(settings.reminderTime()).atZone(Riga.ZONE).toInstant();
        return reminder.isBefore(consultation.opensAt()) ? consultation.opensAt() : reminder;
    }

    /** The first day for a meeting: whoever comes must have had time to read. */
    public Rule earliestMeeting(Consultation consultation) {
        var period = period(consultation.documentType(), "MEETING_MATERIAL");
        // The day of the meeting does not count.
        var before = deadlines.earliestEnd(consultation.opensOn(), period.span());
        return new Rule(period.span(), period.source(), before.plusDays(1));
    }

    /** Until when the summary of a meeting on this day must be published. */
    public Rule meetingSummary(Consultation consultation, LocalDate meeting) {
        return after(consultation, "MEETING_SUMMARY", meeting);
    }

    /** Until when the hosts must publish who took part, and what was said. */
    public Rule participationSummary(Consultation consultation) {
        return after(consultation, "PARTICIPATION_SUMMARY", consultation.closesOn());
    }

    private Rule after(Consultation consultation, String name, LocalDate from) {
        var period = period(consultation.documentType(), name);
        return new Rule(
                period.span(),
                period.source(),
                deadlines.of(from, period.span()).date());
    }

    /** @param on the day that follows from the rule */
    public record Rule(Span span, String source, LocalDate on) {}

    /** The shortest window that the rules allow for this kind of document. */
    public MinimumWindow minimumWindow(DocumentType type, LocalDate opensOn, LocalDate closesOn) {
        var period = period(type, "MINIMUM_WINDOW");
        long days = ChronoUnit.DAYS.between(opensOn, closesOn) + 1;
        return new MinimumWindow(
                period.span(), period.source(), days, deadlines.earliestEnd(opensOn, period.span()), closesOn);
    }

    /**
     * @param source act and section that the rule comes from
     * @param days length of the window that was chosen, first and last day included
     * @param earliestEnd the first day on which the rule lets it end
     */
    public record MinimumWindow(Span span, String source, long days, LocalDate earliestEnd, LocalDate closesOn) {
        public boolean isKept() {
            return !closesOn.isBefore(earliestEnd);
        }
    }

    private Period period(DocumentType type, String name) {
        return periods.of(type.name(), name);
    }
}
