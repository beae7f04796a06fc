package lv.varu.consultation.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will follow from a registered consultation: every date, task and letter, as far as it can be known.
 *
 * @param warnings what breaks a rule or looks like a mistake
 */
public record Forecast(List<Event> events, List<Warning> warnings) {
    public Forecast {
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }

    /** Who acts. */
    public enum Kind {
        DATE,
        TASK,
        LETTER
    }

    /**
     * @param key of the message {@code consultation.forecast.*}, with the arguments by name
     * @param on the day, or the last day of a task
     * @param explanation where the date comes from
     */
    public record Event(
            Kind kind,
            String key,
            Map<String, Object> values,
            @Nullable LocalDate on,
            @Nullable String explanation) {}

    /** @param key of the message {@code consultation.warning.*} */
    public record Warning(String key, Map<String, Object> values) {}
}
