package lv.varu.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a municipality is asked, and what follows when it is silent. */
@Component
class Rounds {
    /** A council's decision needs some days to become work. */
    private static final int AFTER_COUNCIL_DAYS = 14;

    private static final int YEARS_END_MONTH = 12;

    /** In the autumn before, when a municipality drafts the budget of the year. */
    private static final int BUDGET_MONTH = 10;

    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final CommitmentSettings settings;

    Rounds(Deadlines deadlines, WorkingCalendar calendar, CommitmentSettings settings) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.settings = settings;
    }

    /**
     * The day of the next question: soon after the council's decision, when the budget of the promised year is drafted,
     * in December of that year, or after the usual time, whatever comes first.
     */
    LocalDate next(LocalDate after, @Nullable LocalDate councilOn, @Nullable Integer year, int everyMonths) {
        Stream<LocalDate> days = Stream.of(
                        Optional.of(after.plusMonths(everyMonths)),
                        Optional.ofNullable(councilOn).map(day -> day.plusDays(AFTER_COUNCIL_DAYS)),
                        Optional.ofNullable(year).map(known -> LocalDate.of(known - 1, BUDGET_MONTH, 1)),
                        Optional.ofNullable(year).map(known -> LocalDate.of(known, YEARS_END_MONTH, 1)))
                .flatMap(Optional::stream);
        return days.filter(day -> day.isAfter(after))
                .min(LocalDate::compareTo)
                .map(calendar::workingDayOnOrAfter)
                .orElseThrow();
    }

    Round begin(LocalDate askOn) {
        LocalDate reportBy = deadlines.workingDays(askOn, settings.reportDays()).date();
        return new Round(
                askOn,
                reportBy,
                at(askOn),
                at(deadlines.workingDaysBefore(reportBy, settings.remindBeforeDays())),
                at(calendar.plusWorkingDays(reportBy, settings.escalateAfterDays())),
                at(calendar.plusWorkingDays(reportBy, settings.telephoneAfterDays())));
    }

    private Instant at(LocalDate day) {
        return day.atTime(settings.timersAt()).atZone(Riga.ZONE).toInstant();
    }

    /** The days of a round, and the instants by which the model waits. */
    record Round(
            LocalDate askOn,
            LocalDate reportBy,
            Instant askAt,
            Instant remindAt,
            Instant escalateAt,
            Instant telephoneAt) {}
}
