package lv.varu.faults;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Two programs on one database. One is killed under load and comes back with a newer model of the proposal's way; the old
 * cases end by the old model, the new ones by the new, and every timer fires once, whoever fires it.
 */
class TwoNodes implements Run {
    private static final String OLD_NAME = "72 stundas pagājušas";
    private static final String OLD_TIMER =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${confirmBy}</bpmn:timeDate>";
    private static final String NEW_TIMER =
            "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT99H</bpmn:timeDuration>";
    private static final String CASES = "select count(*) from act_hi_procinst h join act_re_procdef d on d.id_ ="
            + " h.proc_def_id_ join proposal p on p.id::text = h.business_key_ where p.confirmed_at is null"
            + " and p.title like 'Ierosinājums %%' and d.key_ = 'proposal' and d.version_ = %d";
    private static final String OPEN = "select count(*) from act_hi_procinst h join proposal p on p.id::text ="
            + " h.business_key_ where h.proc_def_key_ = 'proposal' and p.status = 'EXPIRED' and h.end_time_ is null";
    private static final String TIMERS = "select count(*) from act_ru_job where process_def_key_ = 'proposal'"
            + " and handler_cfg_ = 'confirmationExpired'";

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("two-nodes");
        var data = ground.lay(folder);
        try (var server = Server.start(data, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed())) {
            Node node = (name, port, classPath) -> Program.start(
                    ground,
                    classPath,
                    folder.resolve(name + ".log"),
                    data,
                    port,
                    Maps.of(server.settings(), smtp.settings()));
            int second = sizes.port() + 4;
            try (var stays = node.start("old", sizes.port(), ground.classPath());
                    var dies = node.start("killed", second, ground.classPath())) {
                stays.awaitUp(Duration.ofMinutes(2));
                dies.awaitUp(Duration.ofMinutes(2));
                try (var load = new Load(byTurns(stays, dies), sizes, smtp)) {
                    Thread.sleep(sizes.load().toMillis());
                    dies.kill();
                    // What it had taken along lies until the lock ends.
                    Thread.sleep(sizes.load().toMillis());
                    try (var newer = node.start("newer", second, newer(ground, folder))) {
                        newer.awaitUp(Duration.ofMinutes(2));
                        Thread.sleep(2 * sizes.load().toMillis());
                        report.expect(stays.isAlive() && newer.isAlive(), "a node did not survive");
                        Audit.close(ground, folder, data, server, load, smtp, report);
                        letTimersFire(server, report);
                        Audit.chain(ground, folder, data, server.settings(), report);
                    }
                }
            }
        }
    }

    private static Supplier<URI> byTurns(Program one, Program other) {
        var turn = new AtomicInteger();
        return () -> (turn.getAndIncrement() % 2 == 0 ? one : other).address();
    }

    /** The same program with a model that calls its timer something else and lets it wait longer. */
    private static String newer(Ground ground, Path folder) throws IOException {
        var model = Files.readString(ground.classes().resolve("processes/proposal.bpmn"));
        var changed = model.replace(OLD_NAME, "Apstiprināšanas laiks beidzies").replace(OLD_TIMER, NEW_TIMER);
        if (!model.contains(OLD_NAME) || !model.contains(OLD_TIMER)) {
            throw new IOException("the model of the proposal has no such timer any more");
        }
        var models = Files.createDirectories(folder.resolve("newer/processes"));
        Files.writeString(models.resolve("proposal.bpmn"), changed);
        // Of two models with one name the later one is taken.
        return ground.classPath() + File.pathSeparator + models.getParent();
    }

    private static void letTimersFire(Server server, Report report)
            throws SQLException, IOException, InterruptedException {
        try (var connection = server.connect()) {
            var books = new Books(connection);
            long old = books.number(CASES.formatted(1));
            long later = books.number(CASES.formatted(2));
            report.expect(old > 0 && later > 0, "%d cases by the old model, %d by the new".formatted(old, later));
            long longer = books.number(TIMERS + " and duedate_ > now() + interval '90 hours'");
            report.expect(longer == later, "%d timers of the new model, %d cases".formatted(longer, later));
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update act_ru_job set duedate_ = now() - interval '1 minute'"
                        + " where process_def_key_ = 'proposal' and handler_cfg_ = 'confirmationExpired'");
            }
            report.expect(books.await(TIMERS, 0, Duration.ofMinutes(2)), "timers stand still");
            long erased =
                    books.number("select count(distinct chain) from audit_entry where action = 'proposal.expired'");
            long entries = books.number("select count(*) from audit_entry where action = 'proposal.expired'");
            long open = books.number(OPEN);
            report.expect(erased == entries, "%d cases were erased in %d steps".formatted(erased, entries));
            report.expect(erased >= old + later, "%d of %d cases were erased".formatted(erased, old + later));
            report.expect(open == 0, open + " cases have not ended");
            long failed = books.number("select count(*) from act_ru_job where exception_msg_ is not null");
            report.expect(failed == 0, failed + " jobs have failed");
            report.figure("ended by the old model", old);
            report.figure("by the new", later);
        }
    }

    @FunctionalInterface
    private interface Node {
        Program start(String name, int port, String classPath) throws IOException;
    }
}
