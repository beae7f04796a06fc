package lv.varu.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A database of its own on a server, of somebody who may do nothing else there. */
record External(String url, String user) implements Database {
    private static final String PASSWORD = "tikai-savai-datubāzei";

    static External on(Server server, String user) throws SQLException, IOException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(user, PASSWORD));
            statement.execute("create database %s owner %s".formatted(user, user));
        }
        return new External(server.url(user), user);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, PASSWORD);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", user,
                "SPRING_DATASOURCE_PASSWORD", PASSWORD);
    }
}
