package lv.varu.consultation.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How invitations are written.
 *
 * @param batch how many letters one transaction writes; no more than that are written together with their fact
 * @param every how often it is looked for letters that are still to be written
 */
@Validated
@ConfigurationProperties("varu.invitation")
public record InvitationSettings(
        @Positive @DefaultValue("100") int batch,
        @NotNull @DefaultValue("PT5S") Duration every) {}
