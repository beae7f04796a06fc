package lv.varu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The embedded server of another program that runs, for a command beside it. */
record RunningDatabase(int port, String password) implements JdbcConnectionDetails {
    private static final int LINE_OF_PORT = 3;

    static RunningDatabase in(Path folder) throws IOException {
        var running = Files.readAllLines(folder.resolve("postmaster.pid"));
        return new RunningDatabase(
                Integer.parseInt(running.get(LINE_OF_PORT).strip()),
                Files.readString(folder.resolveSibling("postgres-password")).strip());
    }

    @Override
    public String getUsername() {
        return EmbeddedDatabase.USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return EmbeddedDatabase.url(port);
    }

    @Override
    public String toString() {
        return "the running database at port " + port;
    }
}
