package lv.varu.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the ClamAV daemon listens.
 *
 * @param host its name or address; without one, files are not scanned
 * @param timeout how long it may take to connect, and then for each answer
 */
@Validated
@ConfigurationProperties("varu.document.scanner")
record ScannerSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") @Min(1) @Max(65_535) int port,
        @DefaultValue("PT20S") Duration timeout) {

    boolean isOn() {
        return !host.isBlank();
    }
}
