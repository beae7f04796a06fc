package lv.varu.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list: a page at a time, along an index, and counts no further than people care to read. */
@Repository
class TaskList {
    static final int COUNTED = 1000;

    private static final String ROWS = """
            select t.*, s.seen_at from task t
            left join task_seen s on s.task_id = t.id and s.person_id = :me
            where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row more than the page says that there is a next one. */
    List<StoredTask> page(TaskFilter filter, Person person) {
        Map<String, Object> values = values(person);
        values.put("size", TaskFilter.PAGE + 1);
        values.put("skip", filter.page() * TaskFilter.PAGE);
        return jdbc.sql(sql(filter, person, values))
                .params(values)
                .query(Tasks::map)
                .list();
    }

    String sql(TaskFilter filter, Person person, Map<String, Object> values) {
        List<String> where = new ArrayList<>(List.of(filter.view().condition()));
        if (!filter.view().isPersonal()) {
            where.add(reach(person));
        }
        if (!filter.words().isEmpty()) {
            where.add("t.case_words like :words");
            values.put("words", Folded.containing(filter.words()));
        }
        if (!filter.kind().isEmpty()) {
            where.add("t.process_key || '.' || t.task_key = :kind");
            values.put("kind", filter.kind());
        }
        return ROWS + String.join(" and ", where) + " order by " + filter.view().order() + " limit :size offset :skip";
    }

    Counts counts(Person person) {
        return jdbc.sql("select " + count(TaskView.MINE, "true") + " as mine, " + count(TaskView.TEAM, reach(person))
                        + " as team, " + count(TaskView.OVERDUE, reach(person)) + " as overdue, "
                        + count(TaskView.DEFERRED, reach(person)) + " as deferred")
                .params(values(person))
                .query(Counts.class)
                .single();
    }

    private static String count(TaskView view, String reach) {
        return "(select count(*) from (select from task t where " + view.condition() + " and " + reach + " limit "
                + COUNTED + ") capped)";
    }

    /** Which tasks of others the person sees. */
    private static String reach(Person person) {
        return switch (person.role()) {
            case ADMINISTRATOR -> "true";
            case MANAGER -> "t.partnership = :partnership";
            case STAFF -> "t.partnership = :partnership and t.role = 'STAFF'";
        };
    }

    private Map<String, Object> values(Person person) {
        Map<String, Object> values = new HashMap<>();
        values.put("me", person.id());
        values.put("today", Riga.today(clock));
        if (person.role() != Role.ADMINISTRATOR) {
            values.put("partnership", String.valueOf(person.partnership()));
        }
        return values;
    }

    /** The person has looked at the task as it is now. */
    void seen(UUID taskId, Person person, Instant now) {
        jdbc.sql("""
                insert into task_seen (task_id, person_id, seen_at) values (:task, :person, :now)
                on conflict (task_id, person_id) do update set seen_at = excluded.seen_at""")
                .param("task", taskId)
                .param("person", person.id())
                .param("now", Tasks.at(now))
                .update();
    }

    List<String> partnershipsWithOpenTasks() {
        return jdbc.sql("select distinct partnership from task where state = 'OPEN' order by partnership")
                .query(String.class)
                .list();
    }

    /** What a person's letter tells: their own and, for their role, what nobody has claimed; due by today or new. */
    List<StoredTask> toTell(Person person, LocalDate today, Instant since) {
        return jdbc.sql(ROWS + """
                        t.state = 'OPEN' and (t.follow_up_on is null or t.follow_up_on <= :today)
                            and (t.assignee = :me or t.assignee is null and t.partnership = :partnership and t.role = :role)
                            and (t.due_on <= :today or t.created_at >= :since)
                        order by t.due_on, t.created_at, t.id limit 200""")
                .param("me", person.id())
                .param("partnership", person.partnership())
                .param("role", person.role().name())
                .param("today", today)
                .param("since", Tasks.at(since))
                .query(Tasks::map)
                .list();
    }

    /** Each stops at {@link #COUNTED}. */
    record Counts(int mine, int team, int overdue, int deferred) {}
}
