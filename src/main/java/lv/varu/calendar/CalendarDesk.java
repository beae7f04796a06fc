package lv.varu.calendar;

import java.time.LocalDate;
import java.util.Optional;
import lv.varu.calendar.CalendarExceptionChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How administrators keep the exceptions table. */
@Service
@Transactional
class CalendarDesk {
    private final ExceptionalDays exceptions;
    private final ApplicationEventPublisher events;

    CalendarDesk(ExceptionalDays exceptions, ApplicationEventPublisher events) {
        this.exceptions = exceptions;
        this.events = events;
    }

    void add(ExceptionalDay exception) {
        refuseTaken(exception.day());
        Optional.ofNullable(exception.workedOn()).ifPresent(this::refuseTaken);
        exceptions.add(exception);
        events.publishEvent(changed(exception, Change.ADDED));
    }

    /**
     * Puts another one in its place.
     *
     * @return whether it was still there
     * @throws DayTaken when another exception says something about one of the days
     */
    boolean change(LocalDate day, ExceptionalDay exception) {
        if (!remove(day)) {
            return false;
        }
        add(exception);
        return true;
    }

    /** Whether it was still there. */
    boolean remove(LocalDate day) {
        Optional<ExceptionalDay> exception = exceptions.on(day);
        if (exception.isEmpty() || !exceptions.remove(day)) {
            return false;
        }
        events.publishEvent(changed(exception.get(), Change.REMOVED));
        return true;
    }

    private void refuseTaken(LocalDate day) {
        if (exceptions.mentions(day)) {
            throw new DayTaken(day);
        }
    }

    private static CalendarExceptionChanged changed(ExceptionalDay exception, Change change) {
        return new CalendarExceptionChanged(
                exception.day(),
                change,
                exception.kind().name(),
                exception.workedOn(),
                exception.reasonLv(),
                exception.source());
    }
}
