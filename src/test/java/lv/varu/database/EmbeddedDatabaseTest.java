package lv.varu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
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
