package lv.varu.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param demo whether every page says that its data is a sample
 * @param strictTexts whether a missing text is an error
 * @param metricsToken what a collector of metrics shows as its bearer token; with none, only administrators read them
 * @param sessionAtMost how long after signing in a session ends
 */
@Validated
@ConfigurationProperties("varu")
record WebSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean strictTexts,
        @DefaultValue("") String metricsToken,
        @NotNull @DefaultValue("PT12H") Duration sessionAtMost) {}
