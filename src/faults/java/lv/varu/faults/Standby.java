package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Every commit waits until a standby has it, too. The primary is killed under load and the standby promoted; the program
 * knows both addresses and goes on by itself, and nothing that was acknowledged is lost.
 */
class Standby implements Run {
    /** More than what may have been answered just as the primary ended. */
    private static final int UNDER_WAY = 8;

    private static final String FOLLOWS =
            "select count(*) from pg_stat_replication where application_name = 'standby' and sync_state = '%s'";

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("standby");
        var data = ground.lay(folder);
        var copy = Files.createDirectories(folder.resolve("copy"));
        letFollow(data);
        try (var primary = Server.start(data, sizes.port() + 1, "synchronous_commit=remote_apply")) {
            copy(primary, data, copy);
            try (var standby = Server.start(copy, sizes.port() + 3, "hot_standby=on");
                    var smtp = new Smtp(sizes.port() + 2, sizes.seed())) {
                waitForEachOther(primary);
                try (var program = Program.start(
                        ground,
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(both(primary, standby), smtp.settings()))) {
                    program.awaitUp(Duration.ofMinutes(2));
                    try (var load = new Load(program::address, sizes, smtp)) {
                        Thread.sleep(sizes.load().toMillis());
                        primary.kill();
                        var killed = Instant.now();
                        int before = load.acknowledged().size();
                        promote(standby);
                        while (load.acknowledged().size() <= before + UNDER_WAY
                                && Instant.now().isBefore(killed.plusSeconds(90))) {
                            Thread.sleep(100);
                        }
                        report.expect(
                                load.acknowledged().size() > before + UNDER_WAY, "nothing is taken in by the standby");
                        report.figure("acknowledged before", before);
                        report.figure(
                                "s pause",
                                Duration.between(killed, Instant.now()).toSeconds());
                        Thread.sleep(sizes.load().toMillis());
                        Audit.close(ground, folder, data, standby, load, smtp, report);
                    }
                    var life = new LifeGoesOn(standby, report);
                    life.after(program, life.letOneBeDue());
                }
            }
        }
    }

    private static void letFollow(Path data) throws IOException {
        Files.writeString(
                data.resolve("postgres/pg_hba.conf"),
                "host replication all 127.0.0.1/32 scram-sha-256\n",
                StandardOpenOption.APPEND);
    }

    /** What pg_basebackup does, which the bundle lacks. */
    private static void copy(Server primary, Path data, Path copy)
            throws IOException, SQLException, InterruptedException {
        for (var part : new String[] {"postgres-bin", "postgres-password"}) {
            Ground.copy(data.resolve(part), copy.resolve(part));
        }
        var folder = copy.resolve("postgres");
        try (var connection = primary.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            Ground.copy(primary.folder(), folder);
            Files.delete(folder.resolve("postmaster.pid"));
            var label = Rows.of(connection, "select labelfile from pg_backup_stop()");
            Files.writeString(folder.resolve("backup_label"), label.get(0).get(0));
        }
        Files.createFile(folder.resolve("standby.signal"));
        Files.writeString(
                folder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s application_name=standby'\n"
                        .formatted(
                                primary.port(),
                                Files.readString(data.resolve("postgres-password"))
                                        .strip()),
                StandardOpenOption.APPEND);
    }

    private static void waitForEachOther(Server primary) throws SQLException, IOException, InterruptedException {
        try (var connection = primary.connect();
                var statement = connection.createStatement()) {
            var books = new Books(connection);
            if (!books.await(FOLLOWS.formatted("async"), 1, Duration.ofSeconds(30))) {
                throw new IOException("the standby does not follow");
            }
            statement.execute("alter system set synchronous_standby_names = 'standby'");
            statement.execute("select pg_reload_conf()");
            if (!books.await(FOLLOWS.formatted("sync"), 1, Duration.ofSeconds(30))) {
                throw new IOException("the primary does not wait for the standby");
            }
        }
    }

    /** As an operator writes it once and for all. */
    private static Map<String, String> both(Server primary, Server standby) throws IOException {
        var settings = primary.settings("127.0.0.1:%d,127.0.0.1:%d".formatted(primary.port(), standby.port()));
        return Maps.of(
                settings,
                Map.of("SPRING_DATASOURCE_URL", settings.get("SPRING_DATASOURCE_URL") + "&targetServerType=primary"));
    }

    private static void promote(Server standby) throws SQLException, IOException {
        try (var connection = standby.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }
}
