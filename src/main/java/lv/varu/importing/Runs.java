package lv.varu.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files on their way in, their rows that cannot be taken, and what came of those that were. */
@Repository
class Runs {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final ImportSettings settings;
    private final Clock clock;

    Runs(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, ImportSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    void add(UUID id, String kind, String destination, Locale language, String fileName, Upload upload, UUID by) {
        jdbc.sql("""
                        insert into import_run (id, kind, destination, language, state, file_name, sha256, document,
                            uploaded_by, uploaded_at)
                        values (:id, :kind, :destination, :language, 'CHECKING', :name, :sha256, :document, :by, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("destination", destination)
                .param("language", language.getLanguage())
                .param("name", fileName)
                .param("sha256", upload.sha256())
                .param("document", upload.document())
                .param("by", by)
                .param("now", now())
                .update();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql("select * from import_run where id = ?")
                .param(id)
                .query(this::run)
                .optional();
    }

    Run get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownImport(id.toString()));
    }

    /** Newest first. */
    Page<Run> of(String kind, String destination, Pageable pageable) {
        List<Run> runs = jdbc.sql("select * from import_run where kind = ? and destination = ?"
                        + " order by uploaded_at desc, id limit ? offset ?")
                .params(kind, destination, pageable.getPageSize(), pageable.getOffset())
                .query(this::run)
                .list();
        long total = jdbc.sql("select count(*) from import_run where kind = ? and destination = ?")
                .params(kind, destination)
                .query(Long.class)
                .single();
        return new PageImpl<>(runs, pageable, total);
    }

    /** The same file in the same place, taken in before and not undone. */
    Optional<Run> before(Run run) {
        return jdbc.sql("""
                        select * from import_run where sha256 = ? and kind = ? and destination = ? and id <> ?
                            and rows_taken > 0 and state <> 'UNDONE' order by uploaded_at desc limit 1
                        """)
                .params(run.sha256(), run.kind(), run.destination(), run.id())
                .query(this::run)
                .optional();
    }

    /** @return false when it is no longer in that state */
    boolean move(UUID id, State from, State to) {
        // What was stopped goes on from its last row; everything else begins with the first.
        boolean afresh = to.isWork() && from != State.STOPPED || to == State.UNDOING;
        return jdbc.sql("""
                        update import_run set state = :to, lease = null, lease_until = null, failures = 0,
                            failed_from = null,
                            started_at = case when :runs then coalesce(started_at, :now) else started_at end,
                            ended_at = case when :works then null else :now end,
                            last_row = case when :afresh then 0 else last_row end,
                            rows_done = case when :afresh then 0 else rows_done end
                        where id = :id and state = :from
                        """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("runs", to == State.RUNNING)
                        .param("works", to.isWork())
                        .param("afresh", afresh)
                        .param("now", utc())
                        .update()
                == 1;
    }

    /** Takes what waits, the oldest first, for this node alone. */
    Optional<UUID> claim(UUID lease) {
        return jdbc.sql("""
                        update import_run set lease = :lease, lease_until = :until
                        where id = (select id from import_run where state in ('CHECKING', 'RUNNING', 'UNDOING')
                                        and (lease_until is null or lease_until <= :now)
                                    order by uploaded_at limit 1 for update skip locked)
                        returning id
                        """)
                .param("lease", lease)
                .param("now", now())
                .param("until", Timestamp.from(clock.instant().plus(settings.lease())))
                .query(UUID.class)
                .optional();
    }

    /**
     * What a batch adds, in its transaction. The row stays locked until its end, so nobody stops or takes over what is
     * being counted.
     *
     * @return false when the work was stopped or another node has it
     */
    boolean advance(UUID id, UUID lease, State state, Progress progress) {
        return jdbc.sql("""
                        update import_run set lease_until = :until, last_row = :row, rows_done = rows_done + :done,
                            rows_total = rows_total + :total, rows_faulty = rows_faulty + :faulty,
                            rows_taken = rows_taken + :taken, rows_skipped = rows_skipped + :skipped,
                            rows_undone = rows_undone + :undone,
                            -- A check begins with the first row each time, so it has not got on.
                            failures = case when state = 'CHECKING' then failures else 0 end
                        where id = :id and lease = :lease and state = :state
                        """)
                        .param("id", id)
                        .param("lease", lease)
                        .param("state", state.name())
                        .param("until", Timestamp.from(clock.instant().plus(settings.lease())))
                        .param("row", progress.lastRow())
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .param("faulty", progress.faulty())
                        .param("taken", progress.taken())
                        .param("skipped", progress.skipped())
                        .param("undone", progress.undone())
                        .update()
                == 1;
    }

    void header(UUID id, Collection<String> found, Collection<String> missing, Collection<String> ignored) {
        jdbc.sql("update import_run set found = ?, missing = ?, ignored = ? where id = ?")
                .params(array(found), array(missing), array(ignored), id)
                .update();
    }

    void sample(UUID id, List<Row> sample) {
        try {
            jdbc.sql("update import_run set sample = ?::jsonb where id = ?")
                    .params(json.writeValueAsString(sample), id)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins the check from the first row again, for what a broken one counted is in the way. */
    void restart(UUID id) {
        jdbc.sql("delete from import_fault where run_id = ?").param(id).update();
        jdbc.sql("update import_run set rows_total = 0, rows_faulty = 0, rows_done = 0, last_row = 0 where id = ?")
                .param(id)
                .update();
    }

    void end(UUID id, State state, @Nullable String refusal) {
        jdbc.sql("""
                        update import_run set state = ?, refusal = ?, ended_at = ?, lease = null, lease_until = null,
                            failures = 0
                        where id = ?
                        """).params(state.name(), refusal, now(), id).update();
    }

    /**
     * Gives back what cannot go on now, to be tried again later.
     *
     * @return false when it was stopped or another node has it
     */
    boolean pause(UUID id, UUID lease, Duration wait) {
        return jdbc.sql("update import_run set lease = null, lease_until = ?, failures = failures + 1"
                                + " where id = ? and lease = ?")
                        .params(Timestamp.from(clock.instant().plus(wait)), id, lease)
                        .update()
                == 1;
    }

    /** @return false when it was stopped or another node has it */
    boolean giveUp(UUID id, UUID lease) {
        return jdbc.sql("""
                                update import_run set failed_from = state, state = 'FAILED', failures = failures + 1,
                                    ended_at = ?, lease = null, lease_until = null
                                where id = ? and lease = ?
                                """).params(now(), id, lease).update() == 1;
    }

    /** @return false when it has not failed, or goes on already */
    boolean tryAgain(UUID id) {
        return jdbc.sql("""
                                update import_run set state = failed_from, failed_from = null, failures = 0,
                                    ended_at = null
                                where id = ? and state = 'FAILED'
                                """).param(id).update() == 1;
    }

    void addFaults(UUID id, Map<Row, List<Fault>> faults) {
        List<Object[]> rows = faults.entrySet().stream()
                .flatMap(entry -> numbered(id, entry.getKey(), entry.getValue()).stream())
                .toList();
        batches.batchUpdate("""
                insert into import_fault (run_id, row_number, position, column_key, message, arguments)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
                Object[] row = rows.get(i);
                for (int column = 0; column < row.length - 1; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.setArray(
                        row.length, statement.getConnection().createArrayOf("text", (Object[]) row[row.length - 1]));
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        });
    }

    private static List<Object[]> numbered(UUID id, Row row, List<Fault> faults) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            rows.add(new Object[] {
                id,
                row.number(),
                i,
                fault.column(),
                fault.messageKey(),
                fault.arguments().toArray(String[]::new)
            });
        }
        return rows;
    }

    void addTaken(UUID id, Map<Long, UUID> subjects) {
        batches.batchUpdate(
                "insert into import_taken (run_id, row_number, subject) values (?, ?, ?)",
                subjects.entrySet(),
                200,
                (statement, entry) -> {
                    statement.setObject(1, id);
                    statement.setLong(2, entry.getKey());
                    statement.setObject(3, entry.getValue());
                });
    }

    /** What is still to be undone, the last one first. */
    List<Taken> toUndo(UUID id, int limit) {
        return jdbc.sql("select row_number, subject from import_taken where run_id = ? and undone is null"
                        + " order by row_number desc limit ?")
                .params(id, limit)
                .query((row, number) -> new Taken(row.getLong("row_number"), row.getObject("subject", UUID.class)))
                .list();
    }

    /** @param undone what of the batch could be undone */
    void undone(UUID id, List<Taken> batch, Set<UUID> undone) {
        jdbc.sql("update import_taken set undone = subject = any(:undone)"
                        + " where run_id = :id and row_number = any(:rows)")
                .param("undone", undone.toArray(UUID[]::new))
                .param("id", id)
                .param("rows", batch.stream().map(Taken::row).toArray(Long[]::new))
                .update();
    }

    Page<RowFaults> faults(UUID id, Pageable pageable) {
        long total = jdbc.sql("select count(distinct row_number) from import_fault where run_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        List<Long> numbers = jdbc.sql("select distinct row_number from import_fault where run_id = ?"
                        + " order by row_number limit ? offset ?")
                .params(id, pageable.getPageSize(), pageable.getOffset())
                .query(Long.class)
                .list();
        Map<Long, List<Fault>> found =
                numbers.isEmpty() ? Map.of() : faultsBetween(id, numbers.get(0), numbers.get(numbers.size() - 1));
        List<RowFaults> rows = numbers.stream()
                .map(number -> new RowFaults(number, Objects.requireNonNull(found.get(number))))
                .toList();
        return new PageImpl<>(rows, pageable, total);
    }

    Map<Long, List<Fault>> faultsBetween(UUID id, long first, long last) {
        Map<Long, List<Fault>> found = new HashMap<>();
        jdbc.sql("select * from import_fault where run_id = ? and row_number between ? and ?"
                        + " order by row_number, position")
                .params(id, first, last)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("row_number"), number -> new java.util.ArrayList<>())
                            .add(new Fault(
                                    row.getString("column_key"), row.getString("message"), texts(row, "arguments")));
                });
        return found;
    }

    /** Files whose time is over. */
    List<UUID> outdated(int limit) {
        return jdbc.sql("select id from import_run where document is not null and uploaded_at < ?"
                        + " and state not in ('CHECKING', 'RUNNING', 'UNDOING') order by uploaded_at limit ?")
                .params(Timestamp.from(clock.instant().minus(settings.keepFor())), limit)
                .query(UUID.class)
                .list();
    }

    void forgetFile(UUID id) {
        jdbc.sql("update import_run set document = null, sample = null where id = ?")
                .param(id)
                .update();
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("destination"),
                Locale.forLanguageTag(row.getString("language")),
                State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getObject("document", UUID.class),
                row.getObject("uploaded_by", UUID.class),
                row.getTimestamp("uploaded_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("refusal"),
                row.getInt("failures"),
                row.getString("lease") == null ? instant(row, "lease_until") : null,
                texts(row, "found"),
                texts(row, "missing"),
                texts(row, "ignored"),
                sample(row.getString("sample")),
                row.getLong("rows_total"),
                row.getLong("rows_faulty"),
                row.getLong("last_row"),
                row.getLong("rows_done"),
                row.getLong("rows_taken"),
                row.getLong("rows_skipped"),
                row.getLong("rows_undone"));
    }

    private List<Row> sample(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, new TypeReference<List<Row>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    // The type is known to the database even where nothing else in the statement tells it.
    private OffsetDateTime utc() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    record Upload(UUID document, String sha256) {}

    record Taken(long row, UUID subject) {}

    /** Public for the templates. */
    public record RowFaults(long row, List<Fault> faults) {}

    record Progress(long lastRow, long done, long total, long faulty, long taken, long skipped, long undone) {

        static Progress checked(long lastRow, long rows, long faulty) {
            return new Progress(lastRow, rows, rows, faulty, 0, 0, 0);
        }

        static Progress taken(long lastRow, long rows, long taken) {
            return new Progress(lastRow, rows, 0, 0, taken, rows - taken, 0);
        }

        static Progress undone(long rows, long undone) {
            return new Progress(0, rows, 0, 0, 0, 0, undone);
        }
    }
}
