package lv.varu.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

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

    @Test
    void letsTheEnvironmentSetHowLongToWaitForAConnection() {
        var environment = new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example:5432/varu",
                        "SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT", "7000",
                        "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "3"));
        new ApplicationContextRunner()
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withUserConfiguration(PoolSettings.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    var pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getConnectionTimeout()).isEqualTo(7000);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
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
