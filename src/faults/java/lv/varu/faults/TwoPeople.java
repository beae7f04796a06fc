package lv.varu.faults;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two people do the same at the same moment: complete each kind of task that the sample has open, merge the same
 * proposals, answer by two links. One of them does it; the other reads that, and what they wrote, and nobody an error.
 */
class TwoPeople implements Run {
    private static final int OF_A_KIND = 6;
    private static final String NUMBERED = "(select id, row_number() over (order by id) as place from proposal"
            + " where status = 'RECEIVED' and title like 'Ierosinājums %')";
    private static final String PAIRS = "select a.id::text, b.id::text from " + NUMBERED + " a join " + NUMBERED
            + " b on b.place = a.place + 1 where a.place % 2 = 1 limit 8";
    private static final String WAITING = "select p.id::text, p.call_id::text, p.contact_id::text from proposal p"
            + " where p.status = 'FORWARDED' and p.contact_id is not null order by p.id";
    private static final String ONCE = "select count(*) - count(distinct chain) from audit_entry where action = '%s'";

    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("two-people");
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
                Thread.sleep(2 * sizes.load().toMillis());
                Audit.close(ground, folder, data, server, load, smtp, report);
            }
            try (var connection = server.connect()) {
                var offices = new Offices(program);
                merge(offices, connection, report);
                answer(program, connection, report);
                complete(offices, connection, report);
                once(connection, report);
            }
            Audit.chain(ground, folder, data, server.settings(), report);
        } finally {
            two.shutdownNow();
        }
    }

    /** Id, partnership, role and name of so many tasks of each kind that nobody has taken. */
    static String tasks(int ofAKind) {
        return "select id::text, partnership, role, process_key || ' ' || task_key from (select *,"
                + " row_number() over (partition by process_key, task_key order by created_at desc) as place from task"
                + " where state = 'OPEN' and assignee is null) t where place <= " + ofAKind + " order by created_at";
    }

    private void complete(Offices offices, Connection connection, Report report) throws Exception {
        var seen = new TreeMap<String, Integer>();
        var undone = new TreeMap<String, Integer>();
        for (var task : Rows.of(connection, tasks(OF_A_KIND))) {
            var address = "/darbs/uzdevumi/" + task.get(0);
            var pair = offices.of(task.get(1), task.get(2));
            var heard = atOnce(pair, (person, words) -> {
                var form = Form.of(person.get(address).body(), address, words);
                return () -> person.post(address, form.orElseThrow());
            });
            (won(heard, task.get(3), report) ? seen : undone).merge(task.get(3), 1, Integer::sum);
        }
        report.figure("tasks", seen);
        report.figure("not filled in", undone);
        report.expect(seen.values().stream().mapToInt(Integer::intValue).sum() >= 8, "too few tasks to say anything");
    }

    /** Each wants another one to speak for both. */
    private void merge(Offices offices, Connection connection, Report report) throws Exception {
        int merged = 0;
        for (var pair : Rows.of(connection, PAIRS)) {
            var targets = List.of(pair.get(0), pair.get(1)).iterator();
            var heard = atOnce(offices.of("KRASLAVA", "STAFF"), (person, words) -> {
                var fields = new LinkedHashMap<String, String>();
                fields.put("id", pair.get(0) + "," + pair.get(1));
                fields.put("target", targets.next());
                fields.put("reason", words);
                return () -> person.post("/darbs/priekslikumi/apvienot", fields);
            });
            merged += won(heard, "merging", report) ? 1 : 0;
            long gone = new Books(connection)
                    .number("select count(*) from proposal where status = 'MERGED' and id in ('%s', '%s')"
                            .formatted(pair.get(0), pair.get(1)));
            report.expect(gone == 1, gone + " of two were merged into the other");
        }
        report.expect(merged > 0, "nothing was merged");
        report.figure("merged", merged);
    }

    private void answer(Program program, Connection connection, Report report) throws Exception {
        int answered = 0;
        for (var waiting : Rows.of(connection, WAITING)) {
            var pair = List.of(
                    new Reader(program, link(connection, waiting)), new Reader(program, link(connection, waiting)));
            var id = waiting.get(0);
            var heard = atOnce(pair, (reader, words) -> {
                reader.person().get("/atbilde/" + reader.token());
                return () -> reader.person()
                        .post(
                                "/atbilde/" + reader.token(),
                                Map.of("ready", "1", "outcome-" + id, "NOTED", "rationale-" + id, words));
            });
            answered += won(heard, "answering", report) ? 1 : 0;
        }
        report.expect(answered > 0, "nothing was answered");
        report.figure("answered", answered);
    }

    /** One more link of the same kind; its letter does not matter here. */
    private static String link(Connection connection, List<String> waiting) throws Exception {
        var token = UUID.randomUUID().toString();
        try (var insert =
                connection.prepareStatement("insert into access_link (id, token_hash, purpose, subject, holder,"
                        + " created_at, expires_at) values (gen_random_uuid(), ?, 'ANSWER_PROPOSALS', ?, ?, now(),"
                        + " now() + interval '1 day')")) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.setString(2, waiting.get(1));
            insert.setString(3, waiting.get(2));
            insert.executeUpdate();
        }
        return token;
    }

    private static void once(Connection connection, Report report) throws SQLException {
        var books = new Books(connection);
        for (var action :
                List.of("proposal.answered", "proposal.merged", "proposal.screened", "consultation.published")) {
            long twice = books.number(ONCE.formatted(action) + " and at > now() - interval '10 minutes'");
            report.expect(twice == 0, twice + " entries twice of " + action);
        }
        long drift =
                books.number("select count(*) from act_ru_task t full join (select * from task where state = 'OPEN') o"
                        + " on o.engine_id = t.id_ where t.id_ is null or o.engine_id is null");
        report.expect(drift == 0, drift + " tasks differ between the list and the engine");
        long failed = books.number("select count(*) from act_ru_job where exception_msg_ is not null");
        report.expect(failed == 0, failed + " jobs of the engine have failed");
    }

    /** Whether somebody did it; if so, the other one did not and has lost no word. */
    private static boolean won(List<Heard> heard, String what, Report report) {
        long done = heard.stream().filter(Heard::isDone).count();
        report.expect(done <= 1, what + " was done twice");
        for (var one : heard) {
            int status = one.answer().statusCode();
            report.expect(status < 500, "%s answered %d".formatted(what, status));
            boolean told = one.isDone()
                    || status == 409 && one.answer().body().contains(one.words())
                    || status == 422
                    || status == 200 && one.answer().body().contains(one.words());
            report.expect(told, "%s answered %d without what was written".formatted(what, status));
        }
        return done == 1;
    }

    private <P> List<Heard> atOnce(List<P> pair, Work<P> work) throws Exception {
        var ready = new CountDownLatch(2);
        var tries = new ArrayList<Callable<Heard>>();
        for (int place = 0; place < 2; place++) {
            var words = "Rakstīts reizē, " + (place == 0 ? "pirmais" : "otrais");
            var send = work.prepare(pair.get(place), words);
            tries.add(() -> {
                ready.countDown();
                ready.await();
                return new Heard(send.call(), words);
            });
        }
        var heard = new ArrayList<Heard>();
        for (var one : two.invokeAll(tries)) {
            heard.add(one.get());
        }
        return heard;
    }

    @FunctionalInterface
    private interface Work<P> {
        Callable<HttpResponse<String>> prepare(P person, String words) throws Exception;
    }

    private record Heard(HttpResponse<String> answer, String words) {
        boolean isDone() {
            return answer.statusCode() == 302;
        }
    }

    private record Reader(Colleague person, String token) {
        Reader(Program program, String token) throws Exception {
            this(new Colleague(program.address()), token);
        }
    }
}
