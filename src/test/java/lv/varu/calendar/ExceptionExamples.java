package lv.varu.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exceptions that the first migration seeds. */
class ExceptionExamples {
    static final List<ExceptionalDay> SEEDED = List.of(
            dayOff("2018-09-24", null, "pāvesta Franciska vizīte", "visit of Pope Francis"),
            dayOff("2023-05-29", null, "hokeja izlases bronzas medaļa", "bronze medal of the ice hockey team"),
            dayOff("2026-01-02", "2026-01-17", "pārceltā darbdiena", "moved working day"),
            dayOff("2026-06-22", "2026-06-27", "pārceltā darbdiena", "moved working day"));

    private ExceptionExamples() {}

    static WorkingCalendar calendar(boolean withMoved) {
        return new WorkingCalendar(() -> SpecialDays.of(SEEDED, withMoved));
    }

    private static ExceptionalDay dayOff(String day, @Nullable String workedOn, String lv, String en) {
        return new ExceptionalDay(
                LocalDate.parse(day),
                ExceptionalDay.Kind.DAY_OFF,
                workedOn == null ? null : LocalDate.parse(workedOn),
                lv,
                en,
                "");
    }
}
