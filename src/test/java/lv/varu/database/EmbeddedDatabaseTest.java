package lv.varu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void refusesALocalUserWithoutItsPassword() throws Exception {
        try (var database = new EmbeddedDatabase(new EmbeddedDatabaseSettings(folder, Duration.ofMinutes(2)))) {
            String url = database.getJdbcUrl();
            try (var connection = DriverManager.getConnection(url, database.getUsername(), database.getPassword())) {
                assertThat(connection.isValid(5)).isTrue();
            }
            for (String guess : new String[] {"", "postgres", "varu", database.getPassword() + "x"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, database.getUsername(), guess)
                                .close())
                        .isInstanceOf(SQLException.class);
            }
            assertThat(database.getPassword()).hasSizeGreaterThanOrEqualTo(32);
            keepsItsSecretsFromOthers();
        }
    }

    @Test
    void comesUpAgainWhenItsServerIsKilled() throws Exception {
        try (var database = new EmbeddedDatabase(new EmbeddedDatabaseSettings(folder, Duration.ofMinutes(2)))) {
            write(database, "create table kept (word text); insert into kept values ('yes')");
            for (int kill = 0; kill < 2; kill++) {
                killTheServer();
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .untilAsserted(() -> write(database, "insert into kept select word from kept"));
            }
        }
    }

    @Test
    void endsTheProgramWithOneWhenItsServerCannotComeUpAgain() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve(Program.UP)));
            Files.delete(folder.resolve("postgres/global/pg_control"));
            killTheServer();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(1);
        } finally {
            program.destroyForcibly();
        }
    }

    /** A program that has nothing but its database. */
    static class Program {
        static final String UP = "up";

        public static void main(String... args) throws Exception {
            var folder = Path.of(args[0]);
            new EmbeddedDatabase(new EmbeddedDatabaseSettings(folder, Duration.ofSeconds(5)));
            Files.createFile(folder.resolve(UP));
            Thread.currentThread().join();
        }
    }

    private void killTheServer() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void write(EmbeddedDatabase database, String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    @Test
    void letsACommandJoinTheServerThatRuns() throws Exception {
        var settings = new EmbeddedDatabaseSettings(folder, Duration.ofMinutes(2));
        assertThat(OrphanedServer.isInUse(settings.databaseFolder())).isFalse();
        try (var database = new EmbeddedDatabase(settings)) {
            assertThat(OrphanedServer.isInUse(settings.databaseFolder())).isTrue();
            var running = RunningDatabase.in(settings.databaseFolder());
            try (var connection =
                    DriverManager.getConnection(running.getJdbcUrl(), running.getUsername(), running.getPassword())) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(running.getJdbcUrl()).isEqualTo(database.getJdbcUrl());
        }
    }

    private void keepsItsSecretsFromOthers() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(rights("postgres-password")).isEqualTo("rw-------");
            assertThat(rights("postgres")).isEqualTo("rwx------");
            // A second server in one JVM takes the programs of the first.
            if (Files.exists(folder.resolve("postgres-bin"))) {
                assertThat(rights("postgres-bin")).isEqualTo("rwx------");
            }
        }
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
