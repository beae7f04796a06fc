package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The server that a running program has started itself. */
record Embedded(Path data) implements Database {
    private static final int LINE_OF_PORT = 3;

    @Override
    public Connection connect() throws SQLException, IOException {
        var running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres"
                        .formatted(running.get(LINE_OF_PORT).strip()),
                "postgres",
                Files.readString(data.resolve("postgres-password")).strip());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
