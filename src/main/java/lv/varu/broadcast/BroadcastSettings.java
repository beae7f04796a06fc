package lv.varu.broadcast;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param batch how many letters go out in one transaction
 * @param remindAt when, on the last day, the silent are reminded, in Riga's time
 * @param restBeforeReminder at least so long after the call
 * @param linkLasts how long after the last day a link still opens the page
 * @param thanksDays working days for staff to write the thanks
 */
@Validated
@ConfigurationProperties("varu.broadcast")
record BroadcastSettings(
        @Positive @DefaultValue("500") int batch,
        @NotNull @DefaultValue("09:00") LocalTime remindAt,
        @NotNull @DefaultValue("PT4H") Duration restBeforeReminder,
        @NotNull @DefaultValue("P30D") Duration linkLasts,
        @Positive @DefaultValue("3") int thanksDays) {}
