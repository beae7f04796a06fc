package lv.varu.task;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code varu.task.*}
 *
 * @param digest whether people get a letter in the morning of a working day about what waits for them
 * @param digestAt when, by the clock in Riga
 * @param selfCheck whether the list is compared with the engine once a day
 */
@ConfigurationProperties("varu.task")
record TaskSettings(
        @DefaultValue("true") boolean digest,
        @DefaultValue("07:30") LocalTime digestAt,
        @DefaultValue("true") boolean selfCheck) {}
