package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The end of every run. */
class Audit {
    private Audit() {}

    /** Lets everybody come to an end, stops the program and holds what was told against what is there. */
    static void close(Ground ground, Path folder, Path data, Program program, Load load, Smtp smtp, Report report)
            throws IOException, SQLException, InterruptedException {
        load.finish(Duration.ofSeconds(60));
        // The embedded server is the program's own, so the letters are waited for from outside.
        awaitQuiet(smtp);
        program.stop();
        try (var server = Server.start(data, ground.sizes().port() + 1)) {
            books(server, load, smtp, report);
            chain(ground, folder, data, server.settings(), report);
        }
    }

    /** The same where the database is not the program's own. */
    static void close(Ground ground, Path folder, Path data, Server server, Load load, Smtp smtp, Report report)
            throws IOException, SQLException, InterruptedException {
        load.finish(Duration.ofSeconds(60));
        try (var connection = server.connect()) {
            var books = new Books(connection);
            report.expect(books.awaitLetters(Duration.ofSeconds(60)), "letters still wait");
        }
        books(server, load, smtp, report);
        chain(ground, folder, data, server.settings(), report);
    }

    static void awaitQuiet(Smtp smtp) throws InterruptedException {
        int before;
        do {
            before = smtp.arrived().size();
            // Longer than the lease of a letter that somebody took along when they were killed.
            Thread.sleep(12_000);
        } while (smtp.arrived().size() > before);
    }

    static void books(Server server, Load load, Smtp smtp, Report report) throws IOException, SQLException {
        try (var connection = server.connect()) {
            var books = new Books(connection);
            books.check(Books.Told.by(load)).forEach(report::problem);
            books.checkLetters(smtp).forEach(report::problem);
        }
        report.figure("acknowledged", load.acknowledged().size());
        report.figure("confirmed", load.confirmed().size());
        report.figure("repeats", load.repeats());
        report.figure("letters", smtp.arrived().size());
        report.figure("letters twice", Books.repeated(smtp));
        report.expect(load.acknowledged().size() >= 10, "too few proposals to say anything");
    }

    static void chain(Ground ground, Path folder, Path data, Map<String, String> settings, Report report)
            throws IOException, InterruptedException {
        var said = Program.command(ground, folder.resolve("verify.log"), data, settings, "--verify-trail");
        report.expect(said.code() == 0, "the trail does not verify: " + said.text());
        report.figure("trail", said.text().replaceAll("(?s).*?(\\d+) entries.*", "$1"));
    }
}
