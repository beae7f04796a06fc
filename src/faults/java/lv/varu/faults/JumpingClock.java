package lv.varu.faults;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The clock of program and engine jumps: to the last minute of a window, over its end, back a little, and over the next
 * nights in which Latvia changes its clocks. What is due happens once, and everything that waits for a day waits until its
 * midnight in Riga.
 */
class JumpingClock implements Run {
    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final String DUE =
            "select count(*) from act_ru_job where duedate_ < to_timestamp(%d) and retries_ > 0"
                    + " and handler_type_ <> 'history-cleanup'";
    private static final String TWICE = "select count(*) from (select chain, action from audit_entry where at >"
            + " to_timestamp(%d) and action in ('consultation.closed', 'consultation.opened',"
            + " 'consultation.invited-reminded', 'proposal.expired') group by 1, 2 having count(*) > 1) twice";
    /** An hour beside midnight: somebody counted days in hours. */
    private static final String BESIDE_MIDNIGHT = "select coalesce(string_agg(process_def_key_ || ' ' || handler_cfg_"
            + " || ' ' || duedate_, ', '), '') from act_ru_job where (duedate_ at time zone"
            + " 'Europe/Riga')::time in ('23:00', '01:00')";

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("jumping-clock");
        var data = ground.lay(folder);
        var clock = new Hand(folder.resolve("ahead"));
        try (var server = Server.start(data, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        ground,
                        ground.classPath() + File.pathSeparator + Ground.harness(),
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(server.settings(), smtp.settings(), Map.of("FAULTS_CLOCK", clock.file.toString())))) {
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                Thread.sleep(sizes.load().toMillis());
                Audit.close(ground, folder, data, server, load, smtp, report);
                overTheEnd(clock, server, load, program, report);
            }
            overBothChanges(clock, server, report);
            Audit.chain(ground, folder, data, server.settings(), report);
        }
    }

    private static void overTheEnd(Hand clock, Server server, Load load, Program program, Report report)
            throws Exception {
        var end = end(server).plusDays(1).atStartOfDay(RIGA);
        clock.moveTo(end.minusSeconds(20));
        report.expect(sent(load, program, "a") == 202, "refused in the last minute");
        clock.moveTo(end.plusSeconds(1));
        int late = sent(load, program, "b");
        report.expect(late >= 400 && late < 500, "an answer of " + late + " after the end");
        settle(clock, server, report);
        // An operator corrects the clock; what happened does not happen again.
        clock.moveTo(end.minusMinutes(5));
        settle(clock, server, report);
        clock.moveTo(end.plusMinutes(5));
        settle(clock, server, report);
        try (var connection = server.connect()) {
            long closed = new Books(connection)
                    .number(
                            "select count(*) from audit_entry e join consultation c on e.chain = 'consultation:' || c.id"
                                    + " where c.code = '" + Ground.CODE + "' and e.action = 'consultation.closed'");
            report.expect(closed == 1, "the window was closed " + closed + " times");
        }
    }

    private static int sent(Load load, Program program, String key) throws IOException {
        HttpResponse<String> answer = load.send(program.address(), key.repeat(16));
        return answer.statusCode();
    }

    private static LocalDate end(Server server) throws SQLException, IOException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select closes_on from consultation where code = '" + Ground.CODE + "'")) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static void overBothChanges(Hand clock, Server server, Report report) throws Exception {
        var jumps = new ArrayList<ZonedDateTime>();
        var rules = RIGA.getRules();
        var change = rules.nextTransition(clock.now());
        for (int night = 0; night < 2; night++) {
            var day = change.getDateTimeBefore().toLocalDate();
            jumps.add(day.minusDays(1).atTime(LocalTime.of(23, 59, 59)).atZone(RIGA));
            jumps.add(change.getInstant().minusSeconds(1).atZone(RIGA));
            jumps.add(change.getInstant().plusSeconds(1).atZone(RIGA));
            jumps.add(change.getInstant().plusSeconds(3601).atZone(RIGA));
            jumps.add(day.plusDays(1).atStartOfDay(RIGA).plusSeconds(1));
            change = rules.nextTransition(change.getInstant());
        }
        for (var jump : jumps) {
            clock.moveTo(jump);
            settle(clock, server, report);
        }
        report.figure("jumps", jumps.size() + 4);
        report.figure(
                "nights", List.of(jumps.get(2).toLocalDate() + "", jumps.get(7).toLocalDate() + ""));
    }

    /** Until nothing is due; nothing failed, nothing happened twice. */
    private static void settle(Hand clock, Server server, Report report)
            throws SQLException, IOException, InterruptedException {
        try (var connection = server.connect()) {
            var books = new Books(connection);
            var due = DUE.formatted(clock.now().getEpochSecond());
            report.expect(books.await(due, 0, Duration.ofMinutes(1)), "timers stand still at " + clock.now());
            long failed = books.number("select count(*) from act_ru_job where exception_msg_ is not null");
            report.expect(failed == 0, failed + " jobs have failed at " + clock.now());
            long twice = books.number(TWICE.formatted(clock.begun.getEpochSecond()));
            report.expect(twice == 0, twice + " things happened twice until " + clock.now());
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(BESIDE_MIDNIGHT)) {
                row.next();
                report.expect(
                        row.getString(1).isEmpty(), "beside midnight at " + clock.now() + ": " + row.getString(1));
            }
        }
    }

    /** Moves the clock of the program. */
    private static class Hand {
        private final Path file;
        private final Instant begun = Instant.now();
        private Duration ahead = Duration.ZERO;

        Hand(Path file) throws IOException {
            this.file = file;
            Files.writeString(file, "0");
        }

        Instant now() {
            return Instant.now().plus(ahead);
        }

        void moveTo(ZonedDateTime moment) throws IOException, InterruptedException {
            ahead = Duration.ofSeconds(
                    Duration.between(Instant.now(), moment.toInstant()).toSeconds());
            var next = file.resolveSibling("next");
            Files.writeString(next, Long.toString(ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            // The engine hears of it when the program next asks for the time.
            Thread.sleep(2500);
        }
    }
}
