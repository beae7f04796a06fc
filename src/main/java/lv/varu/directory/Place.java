package lv.varu.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place and its names over time, oldest first.
 *
 * @param parent code of the place that holds it
 * @param atvk code of the classification of administrative territories, where it is known
 * @param endedOn last day of a place that no longer exists
 * @param successors codes of the places that took over its territory
 */
public record Place(
        String code,
        PlaceKind kind,
        @Nullable String parent,
        @Nullable String atvk,
        List<DatedName> names,
        @Nullable LocalDate endedOn,
        List<String> successors,
        int version) {

    public String name(Locale locale) {
        return DatedName.current(names).in(locale);
    }

    public String nameOn(LocalDate day, Locale locale) {
        return DatedName.on(day, names).in(locale);
    }

    /** The Latvian genitive, for running text. */
    public String genitive() {
        return DatedName.current(names).genitive();
    }

    /** A planning region or the state: larger than a municipality. */
    public boolean isLarger() {
        return kind == PlaceKind.PLANNING_REGION || kind == PlaceKind.STATE;
    }

    public boolean exists() {
        return endedOn == null;
    }
}
