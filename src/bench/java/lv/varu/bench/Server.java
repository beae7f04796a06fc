package lv.varu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** One PostgreSQL for all, with the settings of the one that Varu brings: what is acknowledged is on the disk. */
final class Server implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    Server(Path folder) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("postgres-bin").toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("timezone", "UTC")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    Database database(String name) {
        var main = new Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        main.execute("create database " + name);
        return new Database(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
