package lv.varu.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name and the days on which it was in force, both inclusive.
 *
 * @param genitive the Latvian genitive, for running text
 */
public record DatedName(
        String lv,
        String en,
        String genitive,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final Comparator<DatedName> BY_TIME =
            Comparator.comparing(DatedName::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : lv;
    }

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(DatedName other) {
        return (from == null || other.to == null || !other.to.isBefore(from))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    /** The latest name. */
    static DatedName current(List<DatedName> names) {
        return names.get(names.size() - 1);
    }

    /** The name of that day; between two names and before the first one the nearest later, in the end the last. */
    static DatedName on(LocalDate day, List<DatedName> names) {
        return names.stream()
                .filter(name -> name.covers(day) || (name.from != null && name.from.isAfter(day)))
                .findFirst()
                .orElseGet(() -> current(names));
    }
}
