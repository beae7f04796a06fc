package lv.varu.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Numbers are working days.
 *
 * @param reminderTime local time in Riga at which the invited are reminded
 * @param invitationLinkLasts how long after the closing an invitation's link still opens a page
 * @param noticeDays how long before the opening the notice is to be ready
 * @param publishDays how soon after the opening the notice is to stand in every channel
 * @param positionDays to compile the position
 * @param approvalDays for a manager to decide
 * @param answersDays to review and publish the answers
 * @param eAddressDays to send the position where a letter does not reach
 * @param receiptReminderDays after which a host that has not confirmed the position is reminded
 * @param receiptCallDays after which staff are to call that host
 * @param receiptLinkLasts how long the link that confirms works
 * @param callDays to make that call
 * @param reportDays to write the participation report
 */
@Validated
@ConfigurationProperties("varu.consultation")
public record ConsultationSettings(
        @NotNull @DefaultValue("09:00") LocalTime reminderTime,
        @NotNull @DefaultValue("P30D") Duration invitationLinkLasts,
        @Positive @DefaultValue("3") int noticeDays,
        @Positive @DefaultValue("2") int publishDays,
        @Positive @DefaultValue("5") int positionDays,
        @Positive @DefaultValue("2") int approvalDays,
        @Positive @DefaultValue("5") int answersDays,
        @Positive @DefaultValue("1") int eAddressDays,
        @Positive @DefaultValue("3") int receiptReminderDays,
        @Positive @DefaultValue("5") int receiptCallDays,
        @NotNull @DefaultValue("P180D") Duration receiptLinkLasts,
        @Positive @DefaultValue("1") int callDays,
        @Positive @DefaultValue("10") int reportDays) {}
