package lv.varu.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.varu.calendar.DeadlineWording;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change would do, shown on an example before it is made. */
@Component
class PeriodPreview {
    /** What has to happen one after the other, all counted from the same day. */
    private static final List<List<String>> IN_TURN = List.of(
            List.of("ESCALATE_AFTER", "TELEPHONE_AFTER", "LATE_AFTER", "FINAL_AFTER"),
            List.of("CLARIFICATION_REMINDER", "CLARIFICATION"));

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int WEEKS_AHEAD = 4;
    private static final String ANY = "OTHER";

    private final Periods periods;
    private final StandardPeriods standard;
    private final PeriodChanges changes;
    private final PeriodWording wording;
    private final Deadlines deadlines;
    private final DeadlineWording explaining;
    private final LatvianDates dates;

    PeriodPreview(
            Periods periods,
            StandardPeriods standard,
            PeriodChanges changes,
            PeriodWording wording,
            Deadlines deadlines,
            DeadlineWording explaining,
            LatvianDates dates) {
        this.periods = periods;
        this.standard = standard;
        this.changes = changes;
        this.wording = wording;
        this.deadlines = deadlines;
        this.explaining = explaining;
        this.dates = dates;
    }

    /**
     * @param example what the example starts from, in words
     * @param warnings what would no longer happen in turn
     */
    record Effect(String example, Outcome before, @Nullable Outcome after, List<String> warnings) {}

    record Outcome(String length, String date, @Nullable String explanation) {}

    /** On the day, without a change. */
    Effect now(StandardPeriod row, LocalDate day, Locale locale) {
        return new Effect(example(row, day, locale), outcome(row, inForce(row, day), day, locale), null, List.of());
    }

    /** On the day on which the change begins, with what the row says without it and with it. */
    Effect of(StandardPeriod row, PeriodDesk.Entry entry, Locale locale) {
        var day = entry.startsOn();
        var after = new Period(entry.amount(), entry.unit(), entry.source());
        return new Effect(
                example(row, day, locale),
                outcome(row, inForce(row, day), day, locale),
                outcome(row, after, day, locale),
                warnings(row, after, day, locale));
    }

    Period inForce(StandardPeriod row, LocalDate day) {
        return changes.inForce(row.rule(), day).map(PeriodChange::period).orElse(row.period());
    }

    private String example(StandardPeriod row, LocalDate day, Locale locale) {
        return wording.text(locale, "period.example." + row.name(), dates.date(start(row, day), locale));
    }

    /** What is counted back is counted from a date that lies far enough ahead. */
    private static LocalDate start(StandardPeriod row, LocalDate day) {
        return row.isCountedBack() ? day.plusWeeks(WEEKS_AHEAD) : day;
    }

    private Outcome outcome(StandardPeriod row, Period period, LocalDate day, Locale locale) {
        String length = wording.length(period, locale);
        var start = start(row, day);
        if (period.unit() == Period.Unit.HOURS) {
            Instant end = start.atTime(MORNING).atZone(Riga.ZONE).toInstant().plus(Duration.ofHours(period.amount()));
            return new Outcome(length, dates.dateTime(end, locale), wording.text(locale, "period.example.morning"));
        }
        if (row.isCountedBack()) {
            return new Outcome(length, dates.date(deadlines.before(start, period.span()), locale), null);
        }
        if (row.isWindow()) {
            return new Outcome(length, dates.date(deadlines.earliestEnd(start, period.span()), locale), null);
        }
        var deadline = deadlines.of(start, period.span());
        return new Outcome(length, dates.date(deadline.date(), locale), explaining.explain(deadline, locale));
    }

    private List<String> warnings(StandardPeriod row, Period after, LocalDate day, Locale locale) {
        List<String> warnings = new ArrayList<>();
        for (List<String> turns : IN_TURN) {
            int place = turns.indexOf(row.name());
            if (place < 0) {
                continue;
            }
            var own = deadlines.of(day, after.span()).date();
            if (place > 0) {
                addUnlessEarlier(
                        warnings, turns.get(place - 1), dateOf(turns.get(place - 1), day), row.name(), own, locale);
            }
            if (place + 1 < turns.size()) {
                addUnlessEarlier(
                        warnings, row.name(), own, turns.get(place + 1), dateOf(turns.get(place + 1), day), locale);
            }
        }
        return warnings;
    }

    private LocalDate dateOf(String name, LocalDate day) {
        return deadlines.of(day, periods.on(day, ANY, name).span()).date();
    }

    private void addUnlessEarlier(
            List<String> warnings, String first, LocalDate firstOn, String second, LocalDate secondOn, Locale locale) {
        if (!firstOn.isBefore(secondOn)) {
            warnings.add(wording.text(
                    locale,
                    "period.warning.turn",
                    name(first, locale),
                    dates.date(firstOn, locale),
                    name(second, locale),
                    dates.date(secondOn, locale)));
        }
    }

    private String name(String name, Locale locale) {
        return standard.fitting(ANY, name).map(row -> wording.name(row, locale)).orElse(name);
    }
}
