package lv.varu.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exceptions that apply, as they stood at one moment. */
record SpecialDays(Map<LocalDate, DayOff> off, Set<LocalDate> worked) {
    static final SpecialDays NONE = new SpecialDays(Map.of(), Set.of());

    /** Moved working days bind the state and are only recommended to others, hence the choice. */
    static SpecialDays of(List<ExceptionalDay> exceptions, boolean withMoved) {
        Map<LocalDate, DayOff> off = new HashMap<>();
        Set<LocalDate> worked = new HashSet<>();
        for (ExceptionalDay exception : exceptions) {
            LocalDate workedOn = exception.workedOn();
            if (exception.kind() == ExceptionalDay.Kind.WORKING_DAY) {
                worked.add(exception.day());
            } else if (workedOn == null) {
                off.put(
                        exception.day(),
                        new DayOff.OneOff(exception.day(), exception.reasonLv(), exception.reasonEn()));
            } else if (withMoved) {
                off.put(exception.day(), new DayOff.Moved(exception.day(), workedOn));
                worked.add(workedOn);
            }
        }
        return new SpecialDays(Map.copyOf(off), Set.copyOf(worked));
    }

    boolean isWorked(LocalDate day) {
        return worked.contains(day);
    }

    Optional<DayOff> dayOff(LocalDate day) {
        return Optional.ofNullable(off.get(day));
    }
}
