package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of the harness on the data that an embedded one wrote, with the programs of the same bundle. */
class Server implements Database, AutoCloseable {
    private static final String URL = "jdbc:postgresql://%s/%s?reWriteBatchedInserts=true&connectTimeout=5";

    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    private Server(Path data, int port, List<String> options) throws IOException, InterruptedException {
        this.data = data;
        this.port = port;
        this.options = options;
        this.process = launch();
        awaitUp();
    }

    /** @param data the program's data folder, of which the database is a part */
    static Server start(Path data, int port, String... options) throws IOException, InterruptedException {
        return new Server(data, port, List.of(options));
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(folder().resolve("epg-lock"));
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // The server refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program("postgres").toString(), "-D", folder().toString(), "-p", "" + port));
        for (var option : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC")) {
            command.addAll(List.of("-c", option));
        }
        for (var option : options) {
            command.addAll(List.of("-c", option));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolveSibling(data.getFileName() + "-postgres.log")
                                .toFile()))
                .start();
    }

    private Path program(String name) throws IOException {
        try (var files =
                Files.find(data.resolve("postgres-bin"), 3, (file, facts) -> file.endsWith(Path.of("bin", name)))) {
            return files.findFirst().orElseThrow();
        }
    }

    Path folder() {
        return data.resolve("postgres");
    }

    void awaitUp() throws IOException, InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (var connection = connect()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException("the database did not come up", e);
                }
            }
            Thread.sleep(100);
        }
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(url("postgres"), "postgres", password());
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("postgres-password")).strip();
    }

    String url(String database) {
        return URL.formatted("127.0.0.1:" + port, database);
    }

    @Override
    public Map<String, String> settings() throws IOException {
        return settings("127.0.0.1:" + port);
    }

    /** @param hosts the server itself or what stands between, or several with commas */
    Map<String, String> settings(String hosts) throws IOException {
        return Map.of(
                "SPRING_DATASOURCE_URL", URL.formatted(hosts, "postgres"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", password());
    }

    int port() {
        return port;
    }

    /** Everything at once, without a word: as when the power goes. */
    void kill() throws InterruptedException {
        // The others notice the end of the first one only after a while, so each gets its own.
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (var one : all) {
            one.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    /** One of the processes that serve a connection; the server then restarts all of them. */
    void killOne() throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select pid from pg_stat_activity where backend_type ="
                        + " 'client backend' and pid <> pg_backend_pid() order by state, query_start desc limit 1")) {
            if (found.next()) {
                ProcessHandle.of(found.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(folder().resolve("postmaster.pid"));
        process = launch();
        awaitUp();
    }

    void stop() throws InterruptedException {
        // SIGINT would be the quick end; SIGTERM waits for all connections.
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
