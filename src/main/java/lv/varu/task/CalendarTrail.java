package lv.varu.task;

import java.util.Map;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.CalendarExceptionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every deadline hangs on the calendar, so its changes stand in the trail; the calendar itself knows nothing of it. */
@Component
class CalendarTrail {
    private static final CaseKey CALENDAR = CaseKey.of("calendar", "exceptions");

    private final Trail trail;

    CalendarTrail(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void changed(CalendarExceptionChanged event) {
        trail.record(
                CALENDAR,
                event.change() == CalendarExceptionChanged.Change.ADDED ? "calendar.added" : "calendar.removed",
                Map.of(
                        "day", event.day().toString(),
                        "reason", event.reason(),
                        "source", event.source()));
    }
}
