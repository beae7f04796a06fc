package lv.varu.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** After a fault somebody signs in and ends a case by its page, and what is due happens once. */
class LifeGoesOn {
    private static final Duration SOON = Duration.ofSeconds(60);
    // Authors whose key ends so never confirm.
    private static final String SILENT = "select id::text from proposal where status = 'UNCONFIRMED'"
            + " and title ~ '^Ierosinājums .*[02468bdf]$' order by id limit 1";
    private static final String TO_SCREEN = "select t.id::text, p.id::text from task t join proposal p"
            + " on t.case_key = 'proposal:' || p.id where t.state = 'OPEN' and t.task_key = 'screen'"
            + " and p.title like 'Ierosinājums %' order by p.id limit 1";

    private final Database database;
    private final Report report;

    LifeGoesOn(Database database, Report report) {
        this.database = database;
        this.report = report;
    }

    /** The last day of somebody who does not confirm. */
    String letOneBeDue() throws SQLException, IOException {
        return letOneBeDue("");
    }

    /** The same, but a program that is gone has the job in its hands for another hour. */
    String letOneBeDueInHand() throws SQLException, IOException {
        return letOneBeDue(", lock_owner_ = 'gone', lock_exp_time_ = now() + interval '1 hour'");
    }

    private String letOneBeDue(String more) throws SQLException, IOException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var id = Rows.of(connection, SILENT).get(0).get(0);
            statement.executeUpdate("update act_ru_job set duedate_ = now() - interval '1 minute'" + more
                    + " where process_instance_id_ in (select proc_inst_id_ from act_ru_execution"
                    + " where business_key_ = '" + id + "')");
            return id;
        }
    }

    void after(Program program, String due) throws SQLException, IOException, InterruptedException {
        try (var connection = database.connect()) {
            endsByItself(due, connection);
            var tasks = Rows.of(connection, TO_SCREEN);
            report.expect(!tasks.isEmpty(), "nobody has confirmed, so there is no task");
            for (var task : tasks) {
                endsByItsPage(program, task, connection);
            }
            long failed =
                    new Books(connection).number("select count(*) from act_ru_job where exception_msg_ is not null");
            report.expect(failed == 0, failed + " jobs have failed since");
        }
    }

    private void endsByItself(String due, Connection connection) throws SQLException, InterruptedException {
        report.expect(hasEnded(due, connection), "the case that was due has not ended");
        long times = new Books(connection)
                .number("select count(*) from audit_entry where action = 'proposal.expired' and chain = 'proposal:"
                        + due + "'");
        report.expect(times == 1, "what was due happened %d times".formatted(times));
    }

    private void endsByItsPage(Program program, List<String> task, Connection connection)
            throws IOException, SQLException, InterruptedException {
        var page = "/darbs/uzdevumi/" + task.get(0);
        var lina = Colleague.signedIn(program.address(), "lina@kraslava.example");
        var fields = Form.of(lina.get(page).body(), page, "Ir jau salabots").orElseThrow();
        fields.put("decision", "DECLINE");
        int status = lina.post(page, fields).statusCode();
        report.expect(status == 302, "a task was answered with " + status);
        report.expect(hasEnded(task.get(1), connection), "the case has not ended with its task");
    }

    private static boolean hasEnded(String id, Connection connection) throws SQLException, InterruptedException {
        return new Books(connection)
                .await(
                        "select count(*) from act_hi_procinst where business_key_ = '" + id
                                + "' and end_time_ is not null",
                        1,
                        SOON);
    }
}
