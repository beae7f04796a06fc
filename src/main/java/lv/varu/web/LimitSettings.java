package lv.varu.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one network address may ask for, on each node.
 *
 * @param forms sent forms of the public pages
 * @param submissions writing requests of other programs
 * @param queries reading requests of other programs
 */
@Validated
@ConfigurationProperties("varu.limits")
record LimitSettings(
        @Valid @DefaultValue Forms forms,
        @Valid @DefaultValue Submissions submissions,
        @Valid @DefaultValue Queries queries) {

    record Forms(
            @Positive @DefaultValue("60") int requests,
            @NotNull @DefaultValue("PT1M") Duration per) {}

    record Submissions(
            @Positive @DefaultValue("60") int requests,
            @NotNull @DefaultValue("PT1M") Duration per) {}

    record Queries(
            @Positive @DefaultValue("600") int requests,
            @NotNull @DefaultValue("PT1M") Duration per) {}
}
