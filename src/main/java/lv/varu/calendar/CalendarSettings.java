package lv.varu.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param movedWorkingDays whether working days moved by decree apply; they bind the state, not an association
 * @param recheckAfter how long a node may count with exceptions that another node has just changed
 */
@ConfigurationProperties("varu.calendar")
record CalendarSettings(
        @DefaultValue("false") boolean movedWorkingDays,
        @DefaultValue("10s") Duration recheckAfter) {}
