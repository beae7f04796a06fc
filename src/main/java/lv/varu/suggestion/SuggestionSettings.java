package lv.varu.suggestion;

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
 * @param timersAt when, on its day, a letter goes out, in Riga's time
 * @param emptyDays for the person in the parish to empty a box
 * @param remindBeforeDays how long before that day they are reminded
 * @param staffDays for staff to empty it themselves
 * @param sortDays for staff to decide about the sheets
 * @param linkLasts how long the link for entering sheets works
 */
@Validated
@ConfigurationProperties("varu.suggestion")
record SuggestionSettings(
        @NotNull @DefaultValue("09:00") LocalTime timersAt,
        @Positive @DefaultValue("3") int emptyDays,
        @Positive @DefaultValue("1") int remindBeforeDays,
        @Positive @DefaultValue("5") int staffDays,
        @Positive @DefaultValue("5") int sortDays,
        @NotNull @DefaultValue("P60D") Duration linkLasts) {}
