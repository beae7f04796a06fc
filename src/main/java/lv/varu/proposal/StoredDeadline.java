package lv.varu.proposal;

import java.time.LocalDate;
import java.util.List;
import lv.varu.calendar.DayOff;
import lv.varu.calendar.Deadline;
import lv.varu.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * A date that was computed for a proposal, kept with all that explains it: the calendar and the tables may say
 * something else by the time that somebody asks.
 *
 * @param before the span was counted back from {@code from}, not forward
 * @param source the act or rule that the span comes from
 */
public record StoredDeadline(
        Kind kind,
        LocalDate date,
        LocalDate from,
        int amount,
        Span.Unit unit,
        boolean before,
        LocalDate counted,
        List<Skipped> skipped,
        List<LocalDate> worked,
        String source) {

    public enum Kind {
        SCREENING,
        CLARIFICATION_REMINDER,
        CLARIFICATION,
        REMINDER,
        ANSWER,
        ESCALATION,
        TELEPHONE,
        LATE,
        FINAL
    }

    static StoredDeadline of(Kind kind, Deadline deadline, String source) {
        return new StoredDeadline(
                kind,
                deadline.date(),
                deadline.from(),
                deadline.span().amount(),
                deadline.span().unit(),
                false,
                deadline.counted(),
                deadline.skipped().stream().map(Skipped::of).toList(),
                deadline.worked(),
                source);
    }

    static StoredDeadline before(Kind kind, LocalDate date, LocalDate from, Span span, String source) {
        return new StoredDeadline(
                kind, date, from, span.amount(), span.unit(), true, date, List.of(), List.of(), source);
    }

    Span span() {
        return new Span(amount, unit);
    }

    public Deadline deadline() {
        return new Deadline(
                date,
                from,
                span(),
                counted,
                skipped.stream().map(Skipped::dayOff).toList(),
                worked);
    }

    /** A day off in a form that can be stored. */
    record Skipped(
            LocalDate day,
            @Nullable String holiday,
            @Nullable LocalDate insteadOf,
            @Nullable LocalDate workedOn,
            @Nullable String reasonLv,
            @Nullable String reasonEn) {

        static Skipped of(DayOff off) {
            if (off instanceof DayOff.Substitute substitute) {
                return new Skipped(off.day(), substitute.name(), substitute.insteadOf(), null, null, null);
            }
            if (off instanceof DayOff.OneOff once) {
                return new Skipped(off.day(), null, null, null, once.reasonLv(), once.reasonEn());
            }
            if (off instanceof DayOff.Moved moved) {
                return new Skipped(off.day(), null, null, moved.workedOn(), null, null);
            }
            return new Skipped(off.day(), ((DayOff.PublicHoliday) off).name(), null, null, null, null);
        }

        DayOff dayOff() {
            if (workedOn != null) {
                return new DayOff.Moved(day, workedOn);
            }
            if (reasonLv != null && reasonEn != null) {
                return new DayOff.OneOff(day, reasonLv, reasonEn);
            }
            String name = holiday == null ? "" : holiday;
            return insteadOf == null
                    ? new DayOff.PublicHoliday(day, name)
                    : new DayOff.Substitute(day, name, insteadOf);
        }
    }
}
