package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does the check itself notice? Whole books pass, and each kind of cheating, done once and taken back, does not. */
class CookedBooks implements Run {
    private static final String ONE = "(select id from proposal where title like 'Ierosinājums %%' and confirmed_at"
            + " is %s null order by receipt limit 1)";
    private static final String CONFIRMED = ONE.formatted("not");
    private static final String UNCONFIRMED = ONE.formatted("");

    private static Map<String, String> tricks() {
        var all = new LinkedHashMap<String, String>();
        all.put("acknowledged and not stored", "update proposal set title = 'x' where id = " + CONFIRMED);
        all.put("was told the receipt", "update proposal set receipt = 'XXXX-XXXX' where id = " + CONFIRMED);
        all.put("confirmed by its author", "update proposal set confirmed_at = null where id = " + CONFIRMED);
        all.put(
                "0 processes",
                "update act_hi_procinst set business_key_ = 'x' where business_key_ = " + CONFIRMED + "::text");
        all.put(
                "2 letters with a receipt",
                "update mail_letter set template = 'proposal.letter.receipt' where about = 'proposal:' || " + CONFIRMED
                        + " and template = 'proposal.letter.confirm'");
        all.put("counts of proposals", "insert into proposal_count select * from proposal_count limit 1");
        all.put("0 letters with a receipt", "delete from mail_letter where about = 'proposal:' || " + CONFIRMED);
        all.put(
                "0 timers",
                "delete from act_ru_job where process_instance_id_ in (select proc_inst_id_ from act_ru_execution"
                        + " where business_key_ = " + UNCONFIRMED + "::text)");
        all.put(
                "tasks in the list",
                "update task set state = 'CANCELLED', done_at = now() where case_key = 'proposal:' || " + CONFIRMED);
        all.put(
                "a number was given twice",
                "alter table proposal drop constraint proposal_number_key; update proposal set number = 1"
                        + " where number is not null and title like 'Ierosinājums %'");
        all.put(
                "jobs of the engine have failed",
                "update act_ru_job set retries_ = 2 where id_ in (select min(id_)" + " from act_ru_job)");
        return all;
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("books");
        var data = ground.lay(folder);
        try (var server = Server.start(data, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        ground,
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(server.settings(), smtp.settings()))) {
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                Thread.sleep(sizes.load().toMillis());
                Audit.close(ground, folder, data, server, load, smtp, report);
                program.stop();
                cheat(server, load, smtp, report);
                cheatWithFiles(server, load, data.resolve("files"), report);
            }
            breakTheTrail(server);
            var said = Program.command(ground, folder.resolve("broken.log"), data, server.settings(), "--verify-trail");
            report.expect(said.code() == 1, "nobody notices a changed entry of the trail: " + said.text());
        }
    }

    private static void cheat(Server server, Load load, Smtp smtp, Report report) throws SQLException, IOException {
        var told = Books.Told.by(load);
        try (var connection = server.connect()) {
            var books = new Books(connection);
            connection.setAutoCommit(false);
            for (var trick : tricks().entrySet()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(trick.getValue());
                }
                notices(trick.getKey(), books.check(told), report);
                connection.rollback();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("update mail_letter set state = 'WAITING' where about = 'proposal:' || " + CONFIRMED);
            }
            notices("is still WAITING", books.checkLetters(smtp), report);
            connection.rollback();
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "update mail_letter set id = gen_random_uuid() where about = 'proposal:' || " + CONFIRMED);
            }
            notices("never arrived", books.checkLetters(smtp), report);
            connection.rollback();
            var one = told.receipts().keySet().iterator().next();
            notices(
                    "never sent",
                    books.check(new Books.Told(
                            without(told.sent(), one),
                            told.receipts(),
                            told.acknowledged(),
                            told.confirmed(),
                            List.of())),
                    report);
            var fewer = new HashMap<>(told.receipts());
            fewer.remove(one);
            notices(
                    "not acknowledged",
                    books.check(new Books.Told(told.sent(), fewer, fewer.keySet(), told.confirmed(), List.of())),
                    report);
            notices(
                    "a complaint",
                    books.check(new Books.Told(
                            told.sent(),
                            told.receipts(),
                            told.acknowledged(),
                            told.confirmed(),
                            List.of("a complaint"))),
                    report);
        }
        report.figure("tricks noticed", tricks().size() + 5 - report.problems().size());
    }

    private static void cheatWithFiles(Server server, Load load, Path files, Report report)
            throws SQLException, IOException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            var books = new Books(connection);
            connection.setAutoCommit(false);
            statement.execute("delete from document where file_name like '%.txt'");
            notices("0 files", books.checkFiles(load.withFile(), files), report);
            connection.rollback();
        }
        try (var connection = server.connect()) {
            var place = Paper.sum(load.withFile().iterator().next());
            Files.writeString(files.resolve(place.substring(0, 2)).resolve(place), "x");
            notices("not what was sent", new Books(connection).checkFiles(load.withFile(), files), report);
        }
    }

    private static Set<String> without(Set<String> all, String one) {
        var rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }

    private static void notices(String trick, List<String> found, Report report) {
        report.expect(
                found.stream().anyMatch(problem -> problem.contains(trick)),
                "nobody notices: " + trick + "; found "
                        + found.stream().limit(2).toList());
    }

    private static void breakTheTrail(Server server) throws SQLException, IOException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger audit_entry_stays");
            statement.execute("update audit_entry set details = details || ' ' where id = 100");
        }
    }
}
