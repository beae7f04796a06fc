package lv.varu.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holidays by law, from our own file: Jollyday's Latvian one lacks the substitute days and the festival. */
class PublicHolidays {
    private static final String FILE = "/holidays/Holidays_varu.xml";

    private final HolidayManager manager = HolidayManager.getInstance(
            ManagerParameters.create(requireNonNull(PublicHolidays.class.getResource(FILE), FILE)));
    private final Map<Integer, Map<LocalDate, DayOff>> years = new ConcurrentHashMap<>();

    Optional<DayOff> on(LocalDate day) {
        return Optional.ofNullable(in(day.getYear()).get(day));
    }

    Map<LocalDate, DayOff> in(int year) {
        return years.computeIfAbsent(year, this::read);
    }

    private Map<LocalDate, DayOff> read(int year) {
        // A holiday that did not have to move is listed twice under one name; one of the two is enough.
        return manager.getHolidays(Year.of(year)).stream()
                .map(PublicHolidays::dayOff)
                .collect(toUnmodifiableMap(DayOff::day, day -> day, (one, other) -> one));
    }

    private static DayOff dayOff(Holiday holiday) {
        LocalDate itself = holiday.getActualDate();
        String name = holiday.getPropertiesKey();
        return holiday.getObservedDate()
                .filter(observed -> !observed.equals(itself))
                .<DayOff>map(observed -> new DayOff.Substitute(observed, name, itself))
                .orElseGet(() -> new DayOff.PublicHoliday(itself, name));
    }
}
