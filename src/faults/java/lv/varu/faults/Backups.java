package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A backup taken by its command beside a program under load, and restored by its command in a new place. What was
 * acknowledged before the backup began is there, nothing is there by halves, and the restored program goes on.
 */
class Backups implements Run {
    private final String name;
    private final boolean embedded;

    private Backups(String name, boolean embedded) {
        this.name = name;
        this.embedded = embedded;
    }

    static Backups ofEmbedded() {
        return new Backups("backup", true);
    }

    /** Restored by a user who owns the new database and may do nothing else on that server. */
    static Backups ofExternal() {
        return new Backups("external-backup", false);
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var folder = ground.folder(name);
        var data = ground.lay(folder);
        var restored = folder.resolve("restored");
        if (embedded) {
            var work = new Work(ground, report, folder);
            var known = work.backUp(data, new Embedded(data));
            work.restore(restored, new Embedded(restored), known);
            try (var server = Server.start(restored, ground.sizes().port() + 1)) {
                work.check(server, restored, known);
            }
            work.goOn(restored, new Embedded(restored), known);
            return;
        }
        try (var server = Server.start(data, ground.sizes().port() + 1)) {
            var work = new Work(ground, report, folder);
            var known = work.backUp(data, server);
            var database = External.on(server, "restored");
            work.restore(restored, database, known);
            work.check(database, restored, known);
            work.goOn(restored, database, known);
        }
    }

    private record Work(Ground ground, Report report, Path folder) {
        Known backUp(Path data, Database database) throws IOException, SQLException, InterruptedException {
            var sizes = ground.sizes();
            var backup = folder.resolve("backup.varu");
            try (var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                    var program = start("varu.log", data, database, smtp);
                    var load = new Load(program::address, sizes, smtp)) {
                Thread.sleep(sizes.load().toMillis());
                var due = new LifeGoesOn(database, report).letOneBeDueInHand();
                var before = Books.Told.by(load);
                command("backup", data, database, "--backup=" + backup);
                report.figure("kB", Files.size(backup) / 1024);
                int meanwhile =
                        load.acknowledged().size() - before.acknowledged().size();
                report.figure("before", before.acknowledged().size());
                report.figure("meanwhile", meanwhile);
                report.expect(meanwhile > 0, "nothing was taken in while the backup was taken");
                Audit.close(ground, folder, data, database, load, smtp, report);
                program.stop();
                return new Known(backup, before.seenFrom(Books.Told.by(load)), load.withFile(), due);
            }
        }

        void restore(Path data, Database database, Known known) throws IOException, InterruptedException {
            command("restore", data, database, "--restore=" + known.backup);
        }

        void check(Database database, Path data, Known known) throws IOException, SQLException {
            try (var connection = database.connect()) {
                var books = new Books(connection);
                books.check(known.told).forEach(report::problem);
                books.checkFiles(known.withFile, data.resolve("files")).forEach(report::problem);
                long locked = books.number("select count(*) from act_ru_job where lock_owner_ is not null");
                report.expect(locked == 0, locked + " jobs are in the hands of a program that is gone");
                report.figure(
                        "restored", books.number("select count(*) from proposal where title like 'Ierosinājums %'"));
            }
        }

        void goOn(Path data, Database database, Known known) throws IOException, SQLException, InterruptedException {
            try (var smtp = new Smtp(ground.sizes().port() + 2, ground.sizes().seed());
                    var program = start("again.log", data, database, smtp)) {
                new LifeGoesOn(database, report).after(program, known.due);
                program.stop();
            }
            Audit.chain(ground, folder, data, database.settings(), report);
        }

        private Program start(String log, Path data, Database database, Smtp smtp)
                throws IOException, InterruptedException {
            var program = Program.start(
                    ground,
                    folder.resolve(log),
                    data,
                    ground.sizes().port(),
                    Maps.of(database.settings(), smtp.settings()));
            program.awaitUp(Duration.ofMinutes(2));
            return program;
        }

        private void command(String what, Path data, Database database, String argument)
                throws IOException, InterruptedException {
            var begun = Instant.now();
            var said = Program.command(ground, folder.resolve(what + ".log"), data, database.settings(), argument);
            report.expect(said.code() == 0, "no %s: %s".formatted(what, said.text()));
            report.figure("s " + what, Duration.between(begun, Instant.now()).toSeconds());
        }
    }

    private record Known(Path backup, Books.Told told, Set<String> withFile, String due) {}
}
