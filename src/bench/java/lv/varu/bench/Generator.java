package lv.varu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lv.varu.language.LatvianStems;
import lv.varu.proposal.finding.FoundWords;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a database of Varu with consultations, proposals in all states with their index for searching, organisations and
 * open tasks; equal seeds give equal rows. It goes on where an earlier, smaller filling of the same seed ended.
 */
public final class Generator {
    static final int CONSULTATIONS = 40;
    private static final int MOST = 1_000_000;
    private static final int PIECE = 10_000;
    private static final int PER_ORGANISATION = 100;
    private static final int PER_TASK = 20;
    private static final List<String> PARTNERSHIPS = List.of("KAIMINI", "KRASLAVA", "PREILI");
    private static final List<String> HOSTS = List.of("AUGSDAUGAVA", "KRASLAVA", "PREILI");
    private static final List<String> TOPICS =
            List.of("ROADS", "WATER_AND_SEWERAGE", "BUILDINGS", "SURROUNDINGS", "OTHER");
    /** As often as they stand here. */
    private static final List<String> STATUSES = List.of(
            "PUBLISHED",
            "PUBLISHED",
            "PUBLISHED",
            "PUBLISHED",
            "PUBLISHED",
            "ANSWERED",
            "FORWARDED",
            "FORWARDED",
            "SCREENED",
            "RECEIVED",
            "DECLINED",
            "WITHDRAWN",
            "UNCONFIRMED",
            "EXPIRED");

    private final Connection connection;
    private final long seed;
    private final Instant today;

    private Generator(Connection connection, long seed) {
        this.connection = connection;
        this.seed = seed;
        this.today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    }

    /** Called with the number of proposals. */
    public static void main(String[] args) throws SQLException, IOException {
        var database = new Database(
                System.getProperty("bench.url"),
                System.getProperty("bench.user"),
                System.getProperty("bench.password"));
        int count = Math.min(MOST, Integer.parseInt(args[0]));
        try (var connection = database.connect()) {
            new Generator(connection, Long.getLong("bench.seed", 1)).fill(count);
        }
        database.execute("vacuum analyze");
    }

    static String code(int consultation) {
        return "M-%03d".formatted(consultation);
    }

    private void fill(int count) throws SQLException, IOException {
        int there = (int) new Count(connection).of("proposal where receipt like 'M-%'");
        connection.setAutoCommit(false);
        run("set synchronous_commit = off");
        run("alter table proposal disable trigger user");
        // Made at once when all rows are there it takes a fraction of the time.
        String index = one("select pg_get_indexdef('proposal_found_words'::regclass)");
        run("drop index proposal_found_words");
        if (there == 0) {
            consultations();
        }
        organisations(there / PER_ORGANISATION, count / PER_ORGANISATION);
        for (int from = there; from < count; from += PIECE) {
            proposals(from, Math.min(count, from + PIECE));
        }
        tasks(there / PER_TASK, count / PER_TASK);
        run("select setval('proposal_number', greatest(" + count + ", (select last_value from proposal_number)))");
        run("alter table proposal enable trigger user");
        run(index);
        // As Varu does every night.
        String counted = "call_id, owners, status, outcome, late, set_aside, part";
        run("insert into proposal_count (" + counted + ", n) select " + counted + ", sum(n) from (select " + counted
                + ", 1 as n from proposal_counted union all select " + counted + ", -n from proposal_count) both_ways"
                + " group by " + counted + " having sum(n) <> 0");
        connection.commit();
    }

    private void consultations() throws SQLException, IOException {
        var rows = new Rows(
                "consultation (id, code, title, document_type, status, opens_on, closes_on, summary, hosts, owners,"
                        + " topics, invited_topics, invited_kinds, details, sample, registered_at, announced_at, opened_at, version)");
        for (int i = 0; i < CONSULTATIONS; i++) {
            boolean open = i < 3;
            LocalDate opens = LocalDate.ofInstant(today, ZoneOffset.UTC).minusDays(open ? 5 : 60 + 30L * i);
            rows.add(
                    id("consultation", i),
                    code(i),
                    HOSTS.get(i % 3) + " attīstības programma " + i,
                    "DEVELOPMENT_PROGRAMME",
                    open ? "OPEN" : "CLOSED",
                    opens,
                    opens.plusDays(30),
                    Texts.text(seed + i),
                    "{" + HOSTS.get(i % 3) + "}",
                    "{" + PARTNERSHIPS.get(i % 3) + "}",
                    "{}",
                    "{}",
                    "{}",
                    "{\"draftVersions\":[],\"links\":[],\"viewingPlaces\":[],\"meetings\":[],\"questions\":[]}",
                    false,
                    opens.atStartOfDay() + "Z",
                    opens.atStartOfDay() + "Z",
                    opens.atStartOfDay() + "Z",
                    0);
        }
        rows.copy();
    }

    private void organisations(int from, int to) throws SQLException, IOException {
        var rows =
                new Rows("organisation (id, version, name, kind, partnership, place, topics, email, language, active,"
                        + " search_text, changed_at)");
        for (int i = from; i < to; i++) {
            String name = "Biedrība „" + Texts.title(seed * 31 + i) + "” " + i;
            rows.add(
                    id("organisation", i),
                    0,
                    name,
                    "NGO",
                    PARTNERSHIPS.get(i % 3),
                    HOSTS.get(i % 3),
                    "{" + TOPICS.get(i % TOPICS.size()) + "}",
                    "biedriba" + i + "@example.org",
                    "lv",
                    true,
                    LatvianStems.fold(name),
                    today);
        }
        rows.copy();
    }

    private void proposals(int from, int to) throws SQLException, IOException {
        var proposals = new Rows(
                "proposal (id, receipt, number, call_id, partnership, owners, status, channel, language, title,"
                        + " text, topic, municipality, submitted_at, confirmed_at, registered_at, screened_at, forwarded_at, due_on,"
                        + " late_since, answered_at, outcome, rationale, published_at, expired_at, next_on, idempotency_digest, request_digest,"
                        + " sealed_token)");
        var submitters = new Rows("proposal_submitter (proposal_id, name, email, publish_name)");
        // No page that is measured looks for similar ones; so that Varu does not read all texts meanwhile.
        var words = new Rows("proposal_words (proposal_id, call_id, words, sketch)");
        var listed = new Rows("proposal_found (proposal_id, words)");
        var found = new Rows("bench_found (subject, consultation_id, places, topics, outcome, since, title, words)");
        run("create temporary table if not exists bench_found (subject uuid, consultation_id uuid, places text[],"
                + " topics text[], outcome text, since timestamptz, title text, words text) on commit delete rows");
        for (int i = from; i < to; i++) {
            var random = new Random(seed * 1_000_003 + i);
            int consultation = random.nextInt(CONSULTATIONS);
            String status = STATUSES.get(random.nextInt(STATUSES.size()));
            boolean registered = !status.equals("UNCONFIRMED") && !status.equals("EXPIRED");
            boolean screened = registered && !status.equals("RECEIVED");
            boolean forwarded = List.of("FORWARDED", "ANSWERED", "PUBLISHED").contains(status);
            boolean answered = forwarded && !status.equals("FORWARDED");
            Instant at = today.minus(60L + 30L * consultation, ChronoUnit.DAYS).plusSeconds(random.nextInt(2_000_000));
            LocalDate dueOn = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(30);
            UUID id = id("proposal", i);
            String title = Texts.title(seed * 17 + i);
            String text = Texts.text(seed * 17 + i);
            String topic = TOPICS.get(random.nextInt(TOPICS.size()));
            String rationale = answered ? Texts.text(seed * 19 + i) : null;
            String outcome = answered ? List.of("ACCEPTED", "NOTED", "REJECTED").get(random.nextInt(3)) : null;
            proposals.add(
                    id,
                    "M-" + Integer.toString(i + 100_000_000, 36).toUpperCase(java.util.Locale.ROOT),
                    registered ? i + 1 : null,
                    id("consultation", consultation),
                    PARTNERSHIPS.get(consultation % 3),
                    "{" + PARTNERSHIPS.get(consultation % 3) + "}",
                    status,
                    "PORTAL",
                    "lv",
                    title,
                    text,
                    topic,
                    HOSTS.get(consultation % 3),
                    at,
                    registered ? at : null,
                    registered ? at : null,
                    screened ? at.plusSeconds(100_000) : null,
                    forwarded ? at.plusSeconds(200_000) : null,
                    forwarded ? dueOn : null,
                    status.equals("FORWARDED") ? dueOn.plusDays(1) : null,
                    answered ? at.plusSeconds(900_000) : null,
                    outcome,
                    rationale,
                    status.equals("PUBLISHED") ? at.plusSeconds(950_000) : null,
                    status.equals("EXPIRED") ? at.plusSeconds(300_000) : null,
                    null,
                    "\\x00" + "%062x".formatted(i),
                    "\\x00",
                    "\\x00");
            String email = "anna" + i + "@example.org";
            submitters.add(id, "Anna Bērziņa", email, false);
            String titleWords = LatvianStems.words(title);
            String textWords = LatvianStems.words(text);
            String rationaleWords = LatvianStems.words(rationale);
            if (registered) {
                var owners = List.of(PARTNERSHIPS.get(consultation % 3));
                String closed = LatvianStems.words("Anna Bērziņa", email) + " " + rationaleWords;
                var stems =
                        FoundWords.of(id("consultation", consultation), owners, titleWords + " " + textWords, closed);
                listed.add(id, "'" + String.join("' '", stems) + "'");
            }
            words.add(id, id("consultation", consultation), "{}", "{}");
            if (screened && !status.equals("DECLINED") && !status.equals("WITHDRAWN")) {
                found.add(
                        id,
                        id("consultation", consultation),
                        "{" + HOSTS.get(consultation % 3) + "}",
                        "{" + topic + "}",
                        outcome,
                        at,
                        titleWords,
                        textWords + " " + rationaleWords);
            }
        }
        proposals.copy();
        submitters.copy();
        words.copy();
        listed.copy();
        found.copy();
        run("insert into portal_found (subject, kind, consultation_id, places, topics, outcome, since, words)"
                + " select subject, 'PROPOSAL', consultation_id, places, topics, outcome, since,"
                + " setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', words), 'C')"
                + " from bench_found");
        connection.commit();
    }

    private void tasks(int from, int to) throws SQLException, IOException {
        var rows = new Rows(
                "task (id, engine_id, model_id, process_key, task_key, name, form_key, case_key, case_title, case_words,"
                        + " partnership, role, created_at, changed_at, due_on)");
        for (int i = from; i < to; i++) {
            String title = Texts.title(seed * 17 + i);
            rows.add(
                    id("task", i),
                    "bench-" + i,
                    "bench",
                    "proposal",
                    "screen",
                    "Izskatīt priekšlikumu",
                    "proposal/screen",
                    "proposal:" + id("proposal", i),
                    title,
                    LatvianStems.fold(title),
                    PARTNERSHIPS.get(i % 3),
                    "STAFF",
                    today,
                    today,
                    LocalDate.ofInstant(today, ZoneOffset.UTC).plusDays(i % 30));
        }
        rows.copy();
    }

    /** In the order of time, as Varu's own (version 7). */
    private UUID id(String kind, int number) {
        long time = (0x0190_0000_0000L + number) << 16 | 0x7000;
        return new UUID(time, Long.MIN_VALUE | (kind + seed).hashCode() & 0xFFFF_FFFFL);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private record Count(Connection connection) {
        long of(String from) throws SQLException {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("select count(*) from " + from)) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Lines for one COPY. */
    private final class Rows {
        private final String table;
        private final StringBuilder lines = new StringBuilder();

        Rows(String table) {
            this.table = table;
        }

        void add(@org.jspecify.annotations.Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                lines.append(i == 0 ? "" : "\t")
                        .append(
                                value == null
                                        ? "\\N"
                                        : value.toString()
                                                .replace("\\", "\\\\")
                                                .replace("\t", " ")
                                                .replace("\n", "\\n"));
            }
            lines.append('\n');
        }

        void copy() throws SQLException, IOException {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            lines.setLength(0);
        }
    }
}
