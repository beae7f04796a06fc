package lv.varu.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param window how long a failed attempt counts
 * @param failuresPerAccount how many failed attempts one account may see in that time
 * @param failuresPerAddress how many may come from one network address
 * @param setUpLink how long a new account's link to choose a password lasts
 * @param resetLink how long a link to replace a forgotten password lasts
 * @param keepEndedLinks how long an ended link can still say that it has ended
 */
@Validated
@ConfigurationProperties("varu.sign-in")
record SignInSettings(
        @NotNull @DefaultValue("PT15M") Duration window,
        @Positive @DefaultValue("10") int failuresPerAccount,
        @Positive @DefaultValue("50") int failuresPerAddress,
        @NotNull @DefaultValue("P7D") Duration setUpLink,
        @NotNull @DefaultValue("PT24H") Duration resetLink,
        @NotNull @DefaultValue("P365D") Duration keepEndedLinks) {}
