package lv.varu.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;

/** Every case that a version before has begun goes on in today's. */
class OpenCases {
    private static final String UNCONFIRMED = "select count(*) from proposal where status = 'UNCONFIRMED'";
    private static final String OLDER = "select count(*) from act_hi_procinst h join act_re_procdef d on d.id_ ="
            + " h.proc_def_id_ where h.end_time_ is null and d.version_ < (select max(version_) from act_re_procdef l"
            + " where l.key_ = d.key_)";

    private final Program program;
    private final Database database;
    private final Report report;

    OpenCases(Program program, Database database, Report report) {
        this.program = program;
        this.database = database;
        this.report = report;
    }

    void goOn() throws Exception {
        try (var connection = database.connect()) {
            report.figure("by older models", new Books(connection).number(OLDER));
            expire(connection);
            complete(connection);
            var failed = Rows.of(
                    connection,
                    "select process_def_key_, left(exception_msg_, 200) from act_ru_job where exception_msg_ is not null");
            report.expect(failed.isEmpty(), "jobs have failed: " + failed);
        }
    }

    private void expire(Connection connection) throws SQLException, InterruptedException {
        var books = new Books(connection);
        report.figure("expired", books.number(UNCONFIRMED));
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update act_ru_job set duedate_ = now() - interval '1 minute'"
                    + " where process_def_key_ = 'proposal' and handler_cfg_ = 'confirmationExpired'");
        }
        report.expect(books.await(UNCONFIRMED, 0, Duration.ofMinutes(1)), "unconfirmed proposals stay");
        long open = books.number("select count(*) from act_hi_procinst h join proposal p on p.id::text ="
                + " h.business_key_ where p.status = 'EXPIRED' and h.end_time_ is null");
        report.expect(open == 0, open + " expired cases have not ended");
    }

    private static boolean isOpen(String task, Connection connection) throws SQLException {
        return new Books(connection).number("select count(*) from task where state = 'OPEN' and id = '" + task + "'")
                > 0;
    }

    /** One of each kind; not every form can be filled in without knowing it. */
    private void complete(Connection connection) throws Exception {
        var offices = new Offices(program);
        var done = new TreeMap<String, Integer>();
        for (var task : Rows.of(connection, TwoPeople.tasks(2))) {
            var page = "/darbs/uzdevumi/" + task.get(0);
            var colleague = offices.of(task.get(1), task.get(2)).get(0);
            var shown = colleague.get(page);
            var form = Form.of(shown.body(), page, "Rakstīts pēc jauninājuma");
            if (form.isEmpty()) {
                // Who completes one task may end another.
                report.expect(
                        !isOpen(task.get(0), connection),
                        "no form for %s, but %d".formatted(task.get(3), shown.statusCode()));
                continue;
            }
            int status = colleague.post(page, form.get()).statusCode();
            report.expect(status < 500, "%s was answered with %d".formatted(task.get(3), status));
            if (status == 302) {
                done.merge(task.get(3), 1, Integer::sum);
            }
        }
        report.figure("tasks", done);
        report.expect(done.size() >= 4, "too few tasks to say anything");
    }
}
