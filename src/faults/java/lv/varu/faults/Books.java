package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people were told, held against what is stored: acknowledged = stored = one process = one letter of each kind,
 * every timer there once, the task list as the engine has it, and every letter arrived.
 */
class Books {
    private final Connection connection;

    Books(Connection connection) {
        this.connection = connection;
    }

    /** What does not fit; nothing if all is well. */
    List<String> check(Told told) throws SQLException {
        var problems = new ArrayList<String>(told.complaints());
        var proposals = proposals();
        told.acknowledged().stream()
                .filter(key -> !proposals.containsKey(key))
                .forEach(key -> problems.add("acknowledged and not stored: " + key));
        proposals.forEach((key, stored) -> {
            if (stored.size() > 1) {
                problems.add("stored %d times: %s".formatted(stored.size(), key));
            }
            var receipt = told.receipts().get(key);
            if (!told.sent().contains(key)) {
                problems.add("stored and never sent: " + key);
            } else if (receipt == null) {
                problems.add("stored and, though asked until the end, not acknowledged: " + key);
            } else if (!stored.get(0).receipt.equals(receipt)) {
                problems.add("%s was told the receipt %s and has %s".formatted(key, receipt, stored.get(0).receipt));
            }
        });
        told.confirmed().forEach(key -> {
            for (var stored : proposals.getOrDefault(key, List.of())) {
                if (!stored.confirmed) {
                    problems.add("confirmed by its author and not confirmed: " + key);
                }
            }
        });
        eachHasItsOwn(proposals.values(), problems);
        nothingStandsStill(problems);
        return problems;
    }

    private Map<String, List<Stored>> proposals() throws SQLException {
        var found = new HashMap<String, List<Stored>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select id::text, receipt, number, confirmed_at is not null, title"
                        + " from proposal where title like 'Ierosinājums %'")) {
            while (row.next()) {
                var stored = new Stored(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4));
                found.computeIfAbsent(row.getString(5).substring("Ierosinājums ".length()), key -> new ArrayList<>())
                        .add(stored);
            }
        }
        return found;
    }

    private void eachHasItsOwn(Collection<List<Stored>> proposals, List<String> problems) throws SQLException {
        var processes = count(
                "select business_key_, count(*) from act_hi_procinst" + " where proc_def_key_ = 'proposal' group by 1");
        var letters = count("select split_part(about, ':', 2) || template, count(*) from mail_letter"
                + " where about like 'proposal:%' group by 1");
        var entries = count("select split_part(chain, ':', 2) || action, count(*) from audit_entry"
                + " where kind = 'proposal' group by 1");
        var timers = count("select e.business_key_, count(*) from act_ru_job j join act_ru_execution e"
                + " on e.id_ = j.process_instance_id_ where j.process_def_key_ = 'proposal' group by 1");
        var tasks = count("select e.business_key_, count(*) from act_ru_task t join act_ru_execution e"
                + " on e.id_ = t.proc_inst_id_ where e.business_key_ is not null group by 1");
        var listed = count("select split_part(case_key, ':', 2), count(*) from task"
                + " where state = 'OPEN' and case_key like 'proposal:%' group by 1");
        var numbers = new HashSet<Long>();
        for (var stored : proposals.stream().flatMap(List::stream).toList()) {
            var id = stored.id;
            int confirmed = stored.confirmed ? 1 : 0;
            expect(1, processes.get(id), "processes", stored, problems);
            expect(1, letters.get(id + "proposal.letter.confirm"), "letters that ask to confirm", stored, problems);
            expect(confirmed, letters.get(id + "proposal.letter.receipt"), "letters with a receipt", stored, problems);
            expect(1, entries.get(id + "proposal.submitted"), "entries of the submission", stored, problems);
            expect(confirmed, entries.get(id + "proposal.confirmed"), "entries of the confirmation", stored, problems);
            expect(confirmed, entries.get(id + "proposal.registered"), "entries of the number", stored, problems);
            expect(1 - confirmed, timers.get(id), "timers", stored, problems);
            expect(confirmed, tasks.get(id), "tasks of the engine", stored, problems);
            expect(confirmed, listed.get(id), "tasks in the list", stored, problems);
            if (stored.confirmed && !numbers.add(stored.number)) {
                problems.add("a number was given twice: " + stored.number);
            }
        }
    }

    private static void expect(
            int wanted, @org.jspecify.annotations.Nullable Long found, String what, Stored of, List<String> problems) {
        if (wanted != (found == null ? 0 : found)) {
            problems.add("%s has %d %s, not %d".formatted(of.receipt, found == null ? 0 : found, what, wanted));
        }
    }

    private void nothingStandsStill(List<String> problems) throws SQLException {
        long failed = number("select count(*) from act_ru_job where retries_ < 3 or exception_msg_ is not null");
        if (failed > 0) {
            problems.add(failed + " jobs of the engine have failed");
        }
        long incidents = number("select count(*) from act_ru_incident");
        if (incidents > 0) {
            problems.add(incidents + " incidents of the engine");
        }
        long drift = number("select count(*) from act_ru_task t full join (select * from task where state = 'OPEN') o"
                + " on o.engine_id = t.id_ where t.id_ is null or o.engine_id is null");
        if (drift > 0) {
            problems.add(drift + " tasks differ between the list and the engine");
        }
        String kinds = "call_id, owners, status, outcome, late, set_aside, part";
        long miscounted = number("select count(*) from (select " + kinds + " from (select " + kinds
                + ", 1 as n from proposal_counted union all select " + kinds + ", -n from proposal_count) both_ways"
                + " group by " + kinds + " having sum(n) <> 0) wrong");
        if (miscounted > 0) {
            problems.add(miscounted + " counts of proposals are wrong");
        }
    }

    /** Every letter of these authors is on its way or has arrived; the mail server is asked, too. */
    List<String> checkLetters(Smtp smtp) throws SQLException {
        var problems = new ArrayList<String>();
        var arrived = new HashMap<String, Integer>();
        smtp.arrived().forEach(letter -> arrived.merge(letter.id(), 1, Integer::sum));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select id::text, state, recipient_email from mail_letter"
                        + " where recipient_email like '%@faults.example'")) {
            while (row.next()) {
                var state = row.getString(2);
                if (state.equals("DELIVERED") && !arrived.containsKey(row.getString(1))) {
                    problems.add("marked as delivered and never arrived: " + row.getString(1));
                }
                if (state.equals("WAITING") || state.equals("INCIDENT")) {
                    problems.add("the letter to %s is still %s".formatted(row.getString(3), state));
                }
            }
        }
        return problems;
    }

    /** How many letters arrived more than once; each of them has the same Message-ID then. */
    static long repeated(Smtp smtp) {
        Set<String> once = new HashSet<>();
        return smtp.arrived().stream().filter(letter -> !once.add(letter.id())).count();
    }

    /** Until nothing waits any more. */
    boolean awaitLetters(Duration atMost) throws SQLException, InterruptedException {
        return await(
                "select count(*) from mail_letter where state = 'WAITING'"
                        + " and recipient_email like '%@faults.example'",
                0, atMost);
    }

    boolean await(String count, long wanted, Duration atMost) throws SQLException, InterruptedException {
        var end = Instant.now().plus(atMost);
        while (number(count) != wanted) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(250);
        }
        return true;
    }

    long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, Long> count(String query) throws SQLException {
        var found = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        return found;
    }

    /** Who sent a file has it once, with every byte of it; nobody else has one. */
    List<String> checkFiles(Set<String> withFile, Path folder) throws SQLException, IOException {
        var problems = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select title, count(d.id), min(d.sha256) from proposal p"
                        + " left join document d on d.owner = 'proposal:' || p.id where title like 'Ierosinājums %'"
                        + " group by p.id")) {
            while (row.next()) {
                var key = row.getString(1).substring("Ierosinājums ".length());
                int wanted = withFile.contains(key) ? 1 : 0;
                if (row.getInt(2) != wanted) {
                    problems.add("%s has %d files, not %d".formatted(key, row.getInt(2), wanted));
                } else if (wanted == 1 && !isThere(key, row.getString(3), folder)) {
                    problems.add("the file of %s is not what was sent".formatted(key));
                }
            }
        }
        return problems;
    }

    private static boolean isThere(String key, String name, Path folder) throws IOException {
        var place = folder.resolve(name.substring(0, 2)).resolve(name);
        return name.equals(Paper.sum(key))
                && Files.exists(place)
                && Paper.sum(Files.readAllBytes(place)).equals(name);
    }

    /**
     * What the people of a run know.
     *
     * @param receipts that they were ever told
     * @param acknowledged what must be there
     */
    record Told(
            Set<String> sent,
            Map<String, String> receipts,
            Set<String> acknowledged,
            Set<String> confirmed,
            List<String> complaints) {
        static Told by(Load load) {
            var receipts = load.acknowledged();
            return new Told(load.sent(), receipts, receipts.keySet(), load.confirmed(), load.complaints());
        }

        /** The same people at a later moment, asked for what they knew at this one. */
        Told seenFrom(Told later) {
            return new Told(later.sent, later.receipts, acknowledged, confirmed, List.of());
        }
    }

    private record Stored(String id, String receipt, long number, boolean confirmed) {}
}
