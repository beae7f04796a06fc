package lv.varu.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the end of keeping is proposed.
 *
 * @param proposeOn month and day of the yearly proposal
 * @param pollEvery how often a node looks for approved work
 */
@ConfigurationProperties("varu.retention")
record RetentionSettings(
        @DefaultValue("01-15") String proposeOn,
        @DefaultValue("5s") Duration pollEvery) {}
