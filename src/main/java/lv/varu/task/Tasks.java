package lv.varu.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The task table. Plain SQL, because its rows are written inside the engine's commands, where JPA would flush too late. */
@Repository
class Tasks {
    static final String COLUMNS = "select t.*, null::timestamptz as seen_at from task t ";

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(NewTask task, String caseTitle, @Nullable LocalDate dueOn, Instant now) {
        jdbc.sql("""
                        insert into task (id, engine_id, model_id, process_key, task_key, name, detail, form_key, case_key,
                            case_title, case_words, partnership, role, assignee, created_at, changed_at, due_on)
                        values (:id, :engineId, :modelId, :processKey, :taskKey, :name, :detail, :formKey, :caseKey,
                            :title, :words, :partnership, :role, :assignee, :now, :now, :dueOn)
                        on conflict (engine_id) do nothing""")
                .param("id", Ids.next())
                .param("engineId", task.engineId())
                .param("modelId", task.modelId())
                .param("processKey", task.model().processKey())
                .param("taskKey", task.model().taskKey())
                .param("name", task.model().name())
                .param("detail", task.detail())
                .param("formKey", task.model().formKey())
                .param("caseKey", task.caseKey().toString())
                .param("title", caseTitle)
                .param("words", Folded.of(caseTitle))
                .param("partnership", task.team().partnership())
                .param("role", task.team().role().name())
                .param("assignee", task.assignee())
                .param("now", at(now))
                .param("dueOn", dueOn)
                .update();
    }

    void change(String engineId, @Nullable UUID assignee, @Nullable UUID by, @Nullable LocalDate dueOn, Instant now) {
        jdbc.sql("""
                        update task set assignee = :assignee, due_on = :dueOn, changed_at = :now,
                            assigned_by = case when assignee is distinct from :assignee then :by else assigned_by end
                        where engine_id = :engineId and state = 'OPEN'
                            and (assignee, due_on) is distinct from (:assignee::uuid, :dueOn::date)""")
                .param("engineId", engineId)
                .param("assignee", assignee, java.sql.Types.OTHER)
                .param("by", by, java.sql.Types.OTHER)
                .param("dueOn", dueOn, java.sql.Types.DATE)
                .param("now", at(now))
                .update();
    }

    /**
     * Ends it, and with it what people have typed but not sent.
     *
     * @return whether it was open until now
     */
    boolean close(String engineId, StoredTask.State state, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                                with forgotten as (
                                    delete from task_draft
                                    where task_id = (select id from task where engine_id = :engineId))
                                update task set state = :state, done_at = :now, done_by = :by,
                                    assignee = coalesce(assignee, :by)
                                where engine_id = :engineId and state = 'OPEN'""")
                        .param("engineId", engineId)
                        .param("state", state.name())
                        .param("by", by, java.sql.Types.OTHER)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Finished tasks are not looked at, so that the index of open ones answers. */
    List<TaskDesk.Load> loads(@Nullable String partnership, LocalDate today) {
        return jdbc.sql("""
                        select assignee, count(*) as open, count(*) filter (where due_on < :today) as overdue
                        from task where state = 'OPEN' and (:partnership::text is null or partnership = :partnership)
                        group by assignee order by overdue desc, open desc, assignee nulls last""")
                .param("today", today)
                .param("partnership", partnership, java.sql.Types.VARCHAR)
                .query((row, number) -> new TaskDesk.Load(
                        row.getObject("assignee", UUID.class), row.getLong("open"), row.getLong("overdue")))
                .list();
    }

    void followUp(UUID id, @Nullable LocalDate day) {
        jdbc.sql("update task set follow_up_on = :day where id = :id")
                .param("id", id)
                .param("day", day, java.sql.Types.DATE)
                .update();
    }

    void touch(UUID id, Instant now) {
        jdbc.sql("update task set changed_at = :now where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void rename(CaseKey caseKey, String title) {
        jdbc.sql("update task set case_title = :title, case_words = :words where case_key = :caseKey")
                .param("caseKey", caseKey.toString())
                .param("title", title)
                .param("words", Folded.of(title))
                .update();
    }

    Optional<StoredTask> find(UUID id) {
        return jdbc.sql(COLUMNS + "where t.id = :id")
                .param("id", id)
                .query(Tasks::map)
                .optional();
    }

    StoredTask get(UUID id) {
        return find(id).orElseThrow(() -> new TaskNotFound(id));
    }

    /** Holds the task until the end of the transaction, so that two people do not both complete it. */
    Optional<StoredTask> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where t.id = :id for update")
                .param("id", id)
                .query(Tasks::map)
                .optional();
    }

    Optional<StoredTask> findByEngineId(String engineId) {
        return jdbc.sql(COLUMNS + "where t.engine_id = :engineId")
                .param("engineId", engineId)
                .query(Tasks::map)
                .optional();
    }

    List<StoredTask> openOf(Collection<CaseKey> caseKeys) {
        return jdbc.sql(COLUMNS + "where t.case_key = any(:keys) and t.state = 'OPEN' order by t.created_at, t.id")
                .param("keys", caseKeys.stream().map(CaseKey::toString).toArray(String[]::new))
                .query(Tasks::map)
                .list();
    }

    /** By the engine's id, from the one after the given. */
    List<EngineTasks.Known> openAfter(String engineId, int size) {
        return jdbc.sql("""
                        select engine_id, assignee, due_on from task
                        where state = 'OPEN' and engine_id > :after order by engine_id limit :size""")
                .param("after", engineId)
                .param("size", size)
                .query(EngineTasks.Known.class)
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static StoredTask map(ResultSet row, int number) throws SQLException {
        return new StoredTask(
                openTask(row),
                row.getString("engine_id"),
                row.getString("model_id"),
                row.getString("name"),
                row.getString("form_key"),
                row.getObject("assigned_by", UUID.class),
                row.getObject("follow_up_on", LocalDate.class),
                StoredTask.State.valueOf(row.getString("state")),
                instant(row, "done_at"),
                row.getObject("done_by", UUID.class),
                mark(row));
    }

    private static OpenTask openTask(ResultSet row) throws SQLException {
        return new OpenTask(
                row.getObject("id", UUID.class),
                row.getString("process_key"),
                row.getString("task_key"),
                row.getString("detail"),
                CaseKey.parse(row.getString("case_key")),
                row.getString("case_title"),
                row.getString("partnership"),
                Role.valueOf(row.getString("role")),
                row.getObject("assignee", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("due_on", LocalDate.class));
    }

    private static StoredTask.Mark mark(ResultSet row) throws SQLException {
        Instant seen = instant(row, "seen_at");
        if (seen == null) {
            return StoredTask.Mark.NEW;
        }
        return seen.isBefore(row.getTimestamp("changed_at").toInstant())
                ? StoredTask.Mark.CHANGED
                : StoredTask.Mark.SEEN;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
