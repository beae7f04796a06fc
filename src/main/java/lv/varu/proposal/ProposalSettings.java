package lv.varu.proposal;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param timersAt when, on its day, a reminder or escalation goes out, in Riga's time
 * @param followFor how long the link that follows a proposal works
 * @param searchEvery how soon the lists of proposals are searched for what is new
 * @param perAddress how many proposals an hour may name one e-mail address, on each node
 */
@Validated
@ConfigurationProperties("varu.proposal")
public record ProposalSettings(
        @DefaultValue("09:00") LocalTime timersAt,
        @DefaultValue("1095d") Duration followFor,
        @DefaultValue("PT2S") Duration searchEvery,
        @Positive @DefaultValue("20") int perAddress) {}
