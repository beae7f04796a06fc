package lv.varu.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.CalendarExceptionChanged;
import lv.varu.calendar.CalendarExceptionChanged.Change;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class CalendarTrailTest {
    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Trail trail;

    @Test
    void recordsWhoChangedTheCalendar() {
        var day = LocalDate.parse("2051-03-01");
        transaction.executeWithoutResult(status -> events.publishEvent(
                new CalendarExceptionChanged(day, Change.ADDED, "DAY_OFF", null, "Svinības", "Rīkojums")));

        TrailEntry newest = trail.of(CaseKey.of("calendar", "exceptions"), PageRequest.of(0, 1))
                .getContent()
                .get(0);
        assertThat(newest.action()).isEqualTo("calendar.added");
        assertThat(newest.facts()).containsValue("2051-03-01").containsValue("Svinības");
    }
}
