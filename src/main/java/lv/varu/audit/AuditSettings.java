package lv.varu.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the trail is kept.
 *
 * @param sealEvery how often the heads of changed chains are sealed
 */
@Validated
@ConfigurationProperties("varu.audit")
record AuditSettings(@DefaultValue("10m") Duration sealEvery) {}
