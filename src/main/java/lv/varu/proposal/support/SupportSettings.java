package lv.varu.proposal.support;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param invitations how many people the author of a proposal may ask to support it
 * @param names how many names of supporters a public page shows
 */
@Validated
@ConfigurationProperties("varu.proposal.support")
record SupportSettings(
        @Positive @DefaultValue("20") int invitations,
        @Positive @DefaultValue("50") int names) {}
