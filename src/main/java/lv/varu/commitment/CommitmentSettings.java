package lv.varu.commitment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Days are working days.
 *
 * @param askEveryMonths how often a municipality is asked for news unless staff say otherwise
 * @param timersAt when, on its day, a letter goes out, in Riga's time
 * @param recordDays to record what was promised
 * @param reportDays for the municipality to tell
 * @param remindBeforeDays how long before that day it is reminded
 * @param escalateAfterDays how long after it the contact's manager is told
 * @param telephoneAfterDays how long after it staff telephone
 * @param telephoneDays for staff to telephone
 * @param linkLasts how long the link for telling news works
 */
@Validated
@ConfigurationProperties("varu.commitment")
record CommitmentSettings(
        @Positive @DefaultValue("6") int askEveryMonths,
        @NotNull @DefaultValue("09:00") LocalTime timersAt,
        @Positive @DefaultValue("10") int recordDays,
        @Positive @DefaultValue("10") int reportDays,
        @Positive @DefaultValue("2") int remindBeforeDays,
        @Positive @DefaultValue("1") int escalateAfterDays,
        @Positive @DefaultValue("3") int telephoneAfterDays,
        @Positive @DefaultValue("3") int telephoneDays,
        @NotNull @DefaultValue("P60D") Duration linkLasts) {}
