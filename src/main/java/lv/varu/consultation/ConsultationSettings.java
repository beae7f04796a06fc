package lv.varu.consultation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reminderTime local time in Riga at which the invited are reminded
 * @param invitationLinkLasts how long after the closing an invitation's link still opens a page
 */
@Validated
@ConfigurationProperties("varu.consultation")
record ConsultationSettings(
        @NotNull @DefaultValue("09:00") LocalTime reminderTime,
        @NotNull @DefaultValue("P30D") Duration invitationLinkLasts) {}
