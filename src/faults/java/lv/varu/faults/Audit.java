package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The end of every run. */
class Audit {
    private Audit() {}

    /** Lets everybody come to an end and holds what was told against what is there. */
    static void close(Ground ground, Path folder, Path data, Database database, Load load, Smtp smtp, Report report)
            throws IOException, SQLException, InterruptedException {
        finish(database, load, report);
        books(database, load, smtp, data.resolve("files"), report);
        chain(ground, folder, data, database.settings(), report);
    }

    static void finish(Database database, Load load, Report report)
            throws IOException, SQLException, InterruptedException {
        load.finish(Duration.ofSeconds(60));
        try (var connection = database.connect()) {
            var books = new Books(connection);
            report.expect(books.awaitLetters(Duration.ofSeconds(60)), "letters still wait");
        }
    }

    static void books(Database database, Load load, Smtp smtp, Path files, Report report)
            throws IOException, SQLException {
        try (var connection = database.connect()) {
            var books = new Books(connection);
            books.check(Books.Told.by(load)).forEach(report::problem);
            books.checkLetters(smtp).forEach(report::problem);
            books.checkFiles(load.withFile(), files).forEach(report::problem);
        }
        report.figure("acknowledged", load.acknowledged().size());
        report.figure("confirmed", load.confirmed().size());
        report.figure("with a file", load.withFile().size());
        report.figure("repeats", load.repeats());
        report.figure("letters", smtp.arrived().size());
        report.figure("letters twice", Books.repeated(smtp));
        report.expect(load.acknowledged().size() >= 10, "too few proposals to say anything");
        report.expect(!load.withFile().isEmpty(), "no files to say anything of");
    }

    static void chain(Ground ground, Path folder, Path data, Map<String, String> settings, Report report)
            throws IOException, InterruptedException {
        var said = Program.command(ground, folder.resolve("verify.log"), data, settings, "--verify-trail");
        report.expect(said.code() == 0, "the trail does not verify: " + said.text());
        report.figure("trail", said.text().replaceAll("(?s).*?(\\d+) entries.*", "$1"));
    }
}
