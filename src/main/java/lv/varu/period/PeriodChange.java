package lv.varu.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a day on, a row of the rule table says something else. */
record PeriodChange(
        UUID id,
        String rule,
        LocalDate startsOn,
        int amount,
        Period.Unit unit,
        String source,
        Mark mark,
        @Nullable String note,
        Instant addedAt,
        UUID addedBy) {

    /** As people are told of it: a source that nobody compared says so. */
    Period period() {
        return new Period(
                amount, unit, mark == Mark.UNCHECKED ? source + " (" + StandardPeriod.UNCHECKED + ")" : source);
    }
}
