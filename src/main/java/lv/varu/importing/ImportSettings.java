package lv.varu.importing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tables are taken in.
 *
 * @param pollEvery how often a node looks for imports that wait
 * @param lease how long a node keeps an import for itself after each step; after that another one goes on
 * @param batch how many rows are taken in one transaction
 * @param retryAfter how long to wait after each failure in a row; after one more a person decides
 * @param keepFor how long the uploaded file is kept
 */
@Validated
@ConfigurationProperties("varu.importing")
record ImportSettings(
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("1m") Duration lease,
        @Min(1) @DefaultValue("200") int batch,
        @NotEmpty @DefaultValue({"1m", "5m", "30m"}) List<Duration> retryAfter,
        @DefaultValue("30d") Duration keepFor) {}
