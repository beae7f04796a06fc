package lv.varu.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.varu.account.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What colleagues tell each other about a task. */
@Repository
class Notes {
    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID taskId, Person by, String text, Instant now) {
        jdbc.sql("insert into task_note (task_id, person_id, text, written_at) values (:task, :person, :text, :now)")
                .param("task", taskId)
                .param("person", by.id())
                .param("text", text)
                .param("now", Tasks.at(now))
                .update();
    }

    List<Note> of(UUID taskId) {
        return jdbc.sql("select person_id, text, written_at from task_note where task_id = :task order by id")
                .param("task", taskId)
                .query((row, number) -> new Note(
                        row.getObject("person_id", UUID.class),
                        row.getString("text"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    record Note(UUID by, String text, Instant at) {}
}
