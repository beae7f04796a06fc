package lv.varu.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import lv.varu.audit.TrailVerifier;
import lv.varu.audit.VerifyTrail;
import lv.varu.document.ContentStore;
import lv.varu.document.DocumentRefused;
import lv.varu.engine.EngineTables;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;

/**
 * The commands {@code --backup=FILE}, beside a program that runs or without one, and {@code --restore=FILE} into an
 * empty database. They end with 0 if it is done, 1 if it is restored and the trail is broken, 2 if nothing was done.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@ComponentScan("lv.varu.database")
@ComponentScan(
        basePackages = "lv.varu.engine",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
@ConfigurationPropertiesScan({"lv.varu.database", "lv.varu.document"})
@Import({TrailVerifier.class, ContentStore.class, EngineTables.class, Backup.class, Restore.class})
public class BackupCommand {
    private static final String BACKUP = "--backup=";
    private static final String RESTORE = "--restore=";
    private static final int DONE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_DONE = 2;

    public static boolean isWanted(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.startsWith(BACKUP) || arg.startsWith(RESTORE));
    }

    public static int run(String... args) {
        var backup = file(BACKUP, args);
        var restore = file(RESTORE, args);
        if (backup.isEmpty() == restore.isEmpty()) {
            System.out.println("NOT DONE Name one file, by --backup=FILE or by --restore=FILE");
            return NOT_DONE;
        }
        try {
            return backup.isEmpty() ? restore(Path.of(restore), args) : backup(Path.of(backup), args);
        } catch (BackupRefused | NestedRuntimeException | DocumentRefused | FlywayException e) {
            return notDone(e);
        } catch (IOException | UncheckedIOException | SQLException e) {
            return notDone(e);
        }
    }

    private static int notDone(Exception cause) {
        System.out.println(
                "NOT DONE " + NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
        return NOT_DONE;
    }

    private static int backup(Path file, String... args) throws IOException, SQLException {
        try (var context = application("varu.join-running=true").run(args)) {
            System.out.println(context.getBean(Backup.class).write(file));
        }
        return DONE;
    }

    private static int restore(Path file, String... args) throws IOException, SQLException {
        try (var context = application("varu.join-running=false").run(args)) {
            System.out.println(context.getBean(Restore.class).read(file));
            var verification = context.getBean(TrailVerifier.class).verify();
            VerifyTrail.report(verification);
            return verification.whole() ? DONE : BROKEN;
        }
    }

    private static SpringApplicationBuilder application(String joining) {
        return new SpringApplicationBuilder(BackupCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        joining,
                        "logging.level.root=WARN",
                        "spring.datasource.hikari.minimum-idle=1",
                        // What the server says about a row that it refuses would show the row.
                        "spring.datasource.hikari.data-source-properties.logServerErrorDetail=false");
    }

    private static String file(String option, String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(option))
                .map(arg -> arg.substring(option.length()))
                .findFirst()
                .orElse("");
    }

    @Bean
    static FlywayMigrationStrategy onlyWhenAsked() {
        return flyway -> {};
    }
}
