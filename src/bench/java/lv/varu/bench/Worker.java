package lv.varu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The JVM of one contender: reads orders line by line and answers each with a line of JSON. */
public final class Worker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DRAIN_LIMIT = 10_000;
    private static final int STATEMENTS_LIVES = 50;
    private static final long STATEMENTS_WARM_UP = 1_000;

    private final Contender contender;
    private final Database database;
    private final AtomicInteger groups = new AtomicInteger();

    private Worker(Contender contender, Database database) {
        this.contender = contender;
        this.database = database;
    }

    public static void main(String[] args) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try {
            work(args[0], answers);
            System.exit(0);
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            // Threads of the contender may go on without it.
            System.exit(1);
        }
    }

    private static void work(String name, PrintStream answers) throws Exception {
        var database = new Database(
                System.getProperty("bench.url"),
                System.getProperty("bench.user"),
                System.getProperty("bench.password"));
        try (Contender contender = contender(name, database)) {
            var worker = new Worker(contender, database);
            answers.println(JSON.writeValueAsString(worker.ready()));
            var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null && !order.equals("stop"); order = orders.readLine()) {
                answers.println(JSON.writeValueAsString(worker.answer(order)));
            }
        }
    }

    private static Contender contender(String name, Database database) {
        return switch (name) {
            case "plain" -> new PlainContender(database);
            case "camunda" -> new CamundaContender(database);
            case "operaton" -> new OperatonContender(database);
            case "flowable" -> new FlowableContender(database);
            default -> new VaruContender(database);
        };
    }

    private Map<String, Object> ready() {
        Map<String, Object> ready = new HashMap<>(contender.facts());
        ready.put("port", contender.port());
        return ready;
    }

    private Map<String, ?> answer(String order) {
        try {
            String[] words = order.split(" ");
            int[] numbers = Arrays.stream(words)
                    .skip(1)
                    .filter(word -> word.matches("\\d+"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return switch (words[0]) {
                case "start", "life", "list" -> measured(words[0], numbers[0], numbers[1]);
                case "timers" -> timers(numbers[0]);
                case "open" -> open(numbers[0]);
                case "statements" -> statements();
                case "bytes" -> bytes(numbers[0]);
                case "settle" -> settle();
                default -> throw new IllegalArgumentException(order);
            };
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Map.of("error", e.toString());
        }
    }

    private Map<String, ?> measured(String work, int threads, int millis) {
        var measured = Load.run(
                threads,
                millis,
                switch (work) {
                    case "start" -> contender::start;
                    case "life" -> this::life;
                    default -> () -> contender.list(groups.incrementAndGet());
                });
        return Map.of(
                "perSecond", measured.perSecond(),
                "p50", measured.p50(),
                "p95", measured.p95(),
                "cpu", measured.cpu(),
                "count", measured.count(),
                "failed", measured.failed());
    }

    private void life() {
        UUID id = contender.start();
        contender.confirm(id);
        contender.screen(id);
        contender.answer(id);
    }

    /** Makes timers of begun lives due, and waits until they are gone, but not for ever. */
    private Map<String, ?> timers(int count) {
        contender.timers(false);
        var timers = contender.waitingTimers();
        String waiting =
                "select count(*) from %s where handler_type_ = '%s'".formatted(timers.table(), timers.handler());
        for (long there = database.number(waiting); there < count; there++) {
            contender.start();
        }
        database.execute("vacuum analyze " + timers.table());
        long left = database.number(waiting) - count;
        database.execute("update %1$s set duedate_ = now() at time zone 'UTC' - interval '1 minute' where id_ in"
                .concat(" (select id_ from %1$s where handler_type_ = '%2$s' limit %3$d)")
                .formatted(timers.table(), timers.handler(), count));
        try (var connection = database.connect();
                // A timer that is being worked off may stand in the table of jobs meanwhile.
                var query = connection.prepareStatement("select (select count(*) from " + timers.table()
                        + " where handler_type_ = '" + timers.handler() + "')"
                        + (timers.table().equals("act_ru_job") ? "" : " + (select count(*) from act_ru_job)"))) {
            long begun = System.nanoTime();
            contender.timers(true);
            long waits = left + count;
            while (waits > left && System.nanoTime() - begun < DRAIN_LIMIT * 1_000_000) {
                pause(20);
                waits = number(query);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (waits > left) {
                contender.timers(false);
                database.execute("update " + timers.table() + " set duedate_ = '2099-01-01' where duedate_ < now()");
            }
            // New ones may have come meanwhile.
            long gone = Math.max(0, left + count - waits);
            return Map.of("perSecond", gone / seconds, "seconds", seconds, "count", gone);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (var result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Copies one open task with everything around it until there are so many. */
    private Map<String, ?> open(int count) {
        UUID id = contender.start();
        contender.confirm(id);
        new OpenTaskCopies(database).make(id, count);
        database.execute("vacuum analyze");
        return Map.of("count", database.number("select count(*) from act_ru_task"));
    }

    private Map<String, ?> settle() {
        database.execute("vacuum analyze");
        return Map.of();
    }

    private Map<String, ?> statements() {
        Load.run(1, STATEMENTS_WARM_UP, this::life);
        var id = new UUID[1];
        Map<String, Runnable> life = new LinkedHashMap<>();
        life.put("start", () -> id[0] = contender.start());
        life.put("confirm", () -> contender.confirm(id[0]));
        life.put("screen", () -> contender.screen(id[0]));
        life.put("answer", () -> contender.answer(id[0]));
        Map<String, Step> steps = new LinkedHashMap<>();
        life.forEach((name, work) -> steps.put(name, new Step(work)));
        long wal = written();
        for (int i = 0; i < STATEMENTS_LIVES; i++) {
            steps.values().forEach(Step::run);
        }
        long after = written();
        Map<String, Object> told = new LinkedHashMap<>();
        steps.forEach((step, counted) -> told.put(step, counted.told()));
        return Map.of(
                "wal",
                (double) (after - wal) / STATEMENTS_LIVES,
                "statements",
                each(steps, step -> step.count.statements),
                "trips",
                each(steps, step -> step.count.trips),
                "database",
                each(steps, step -> step.count.nanos) / 1e6,
                "steps",
                told);
    }

    /** Bytes of the write-ahead log. Only one contender works at a time. */
    private long written() {
        return database.number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    }

    private static double each(Map<String, Step> steps, Function<Step, AtomicLong> what) {
        return (double) steps.values().stream()
                        .mapToLong(step -> what.apply(step).get())
                        .sum()
                / STATEMENTS_LIVES;
    }

    /** One step of many lives. */
    private static final class Step {
        private final Statements.Count count = new Statements.Count();
        private final Runnable work;
        private long nanos;

        Step(Runnable work) {
            this.work = work;
        }

        void run() {
            long begun = System.nanoTime();
            Statements.counting(count, work);
            nanos += System.nanoTime() - begun;
        }

        Map<String, ?> told() {
            Map<String, Object> texts = new TreeMap<>();
            count.texts.forEach((text, all) -> texts.put(text, all.each(STATEMENTS_LIVES)));
            return Map.of(
                    "statements", (double) count.statements.get() / STATEMENTS_LIVES,
                    "trips", (double) count.trips.get() / STATEMENTS_LIVES,
                    "commits", (double) count.commits.get() / STATEMENTS_LIVES,
                    "database", count.nanos.get() / 1e6 / STATEMENTS_LIVES,
                    "all", nanos / 1e6 / STATEMENTS_LIVES,
                    "texts", texts);
        }
    }

    /** What finished lives leave behind, indexes included. */
    private Map<String, ?> bytes(int lives) {
        database.execute("vacuum full");
        Map<String, Long> before = sizes();
        for (int i = 0; i < lives; i++) {
            life();
        }
        pause(3_000);
        database.execute("vacuum full");
        Map<String, Long> grown = new LinkedHashMap<>();
        long engine = 0;
        long own = 0;
        for (var table : sizes().entrySet()) {
            long bytes = table.getValue() - before.getOrDefault(table.getKey(), 0L);
            if (bytes <= 0) {
                continue;
            }
            grown.put(table.getKey(), bytes / lives);
            if (table.getKey().startsWith("act_")) {
                engine += bytes;
            } else {
                own += bytes;
            }
        }
        return Map.of("engine", engine / lives, "own", own / lives, "tables", grown);
    }

    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select relname, pg_total_relation_size(c.oid) from pg_class c"
                        + " join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname = 'public'")) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
            return sizes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
