package lv.varu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void usesTheDatabaseThatIsNamedAndStartsNoneOfItsOwn() {
        runner().withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example:5432/varu")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(JdbcConnectionDetails.class);
                    assertThat(folder.resolve("postgres")).doesNotExist();
                });
    }

    @Test
    void startsItsOwnWhenTheNameIsEmpty() {
        runner().withPropertyValues("spring.datasource.url=").run(context -> {
            assertThat(context).hasSingleBean(EmbeddedDatabase.class);
            assertThat(Files.exists(folder.resolve("postgres/PG_VERSION"))).isTrue();
        });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withBean(
                        EmbeddedDatabaseSettings.class,
                        () -> new EmbeddedDatabaseSettings(folder, Duration.ofMinutes(2)))
                .withUserConfiguration(DatabaseConfiguration.class);
    }
}
