package lv.varu.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the embedded PostgreSQL keeps its data.
 *
 * @param dataDir folder of everything that must survive; {@code VARU_DATA_DIR} sets it
 * @param startupWait how long the database may take to recover after a crash
 */
@Validated
@ConfigurationProperties("varu")
record EmbeddedDatabaseSettings(
        @NotNull @DefaultValue("data") Path dataDir,
        @NotNull @DefaultValue("PT2M") Duration startupWait) {

    Path databaseFolder() {
        return dataDir.toAbsolutePath().normalize().resolve("postgres");
    }

    Path programFolder() {
        return dataDir.toAbsolutePath().normalize().resolve("postgres-bin");
    }
}
