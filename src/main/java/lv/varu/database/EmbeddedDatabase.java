package lv.varu.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own, started with the program and stopped with it. What it acknowledged is on the disk: the
 * library's defaults, made for tests, are switched back to PostgreSQL's. Local users need the password, which lies in
 * the data folder.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String USER = "postgres";
    private static final String BUNDLED_MAJOR = "17";
    private static final int ANY_PORT = 0;

    private final EmbeddedDatabaseSettings settings;
    private final String password;
    private EmbeddedPostgres server;
    private ProcessHandle process;
    private boolean closed;

    EmbeddedDatabase(EmbeddedDatabaseSettings settings) throws IOException {
        this.settings = settings;
        Path folder = settings.databaseFolder();
        Files.createDirectories(folder.getParent());
        Path secret = folder.resolveSibling("postgres-password");
        boolean firstStart = !Files.exists(folder.resolve("PG_VERSION"));
        refuseOtherVersion(folder);
        password = firstStart ? newPassword(secret) : Files.readString(secret).strip();
        server = start(ANY_PORT);
        process = process();
        keepToOurselves(settings.programFolder());
        // A crash between the first start and this line leaves trust authentication behind, so it is repeated.
        demandPassword(folder);
        watch();
        log.info("Embedded PostgreSQL keeps its data in {}", folder);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        OrphanedServer.stop(settings.databaseFolder());
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.databaseFolder())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.programFolder().toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setPort(port)
                .setPGStartupWait(settings.startupWait())
                .start();
    }

    private ProcessHandle process() throws IOException {
        long pid = OrphanedServer.pidIn(settings.databaseFolder());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("The database server ended as it started"));
    }

    private synchronized void watch() throws IOException {
        process = process();
        process.onExit().thenRunAsync(this::goOn, work -> new Thread(work, "database").start());
    }

    private void goOn() {
        if (!isUpAgain()) {
            log.error(
                    "The embedded PostgreSQL does not come up again, so the program ends. See the log of the database");
            System.exit(1);
        }
    }

    /** On the port that everybody knows; until what the old server left behind has ended, there is no new one. */
    private synchronized boolean isUpAgain() {
        var giveUp = Instant.now().plus(settings.startupWait());
        while (!closed && !process.isAlive()) {
            log.error("The embedded PostgreSQL has ended by itself and is started again");
            try {
                // Lets go of the folder.
                server.close();
                server = start(server.getPort());
                watch();
                log.warn("The embedded PostgreSQL is up again");
            } catch (IOException | RuntimeException e) {
                log.error("The embedded PostgreSQL did not start", e);
                if (Instant.now().isAfter(giveUp)) {
                    return false;
                }
            }
        }
        return true;
    }

    // The library lets everybody write where the server's programs are, so anybody on the machine could replace them.
    private static void keepToOurselves(Path programs) throws IOException {
        if (Files.exists(programs)
                && programs.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void refuseOtherVersion(Path folder) throws IOException {
        Path version = folder.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(BUNDLED_MAJOR)) {
            throw new IllegalStateException("The data folder %s was written by PostgreSQL %s, this program brings %s"
                    .formatted(folder, Files.readString(version).strip(), BUNDLED_MAJOR));
        }
    }

    private static String newPassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        if (!Files.exists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        Files.writeString(file, password);
        return password;
    }

    private void demandPassword(Path folder) throws IOException {
        Path rules = folder.resolve("pg_hba.conf");
        String wanted = """
                # Every connection shows the password, local ones too.
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """;
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user " + USER + " password '" + password + "'");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public synchronized String getJdbcUrl() {
        return url(server.getPort());
    }

    static String url(int port) {
        return "jdbc:postgresql://localhost:%d/postgres?reWriteBatchedInserts=true&ApplicationName=varu"
                .formatted(port);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
