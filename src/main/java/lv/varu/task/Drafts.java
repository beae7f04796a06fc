package lv.varu.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unfinished forms, one per person and task; chosen files are not kept. */
@Repository
class Drafts {
    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Drafts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(UUID taskId, Person person, Typed typed, Instant now) {
        jdbc.sql("""
                insert into task_draft (task_id, person_id, typed, saved_at) values (:task, :person, :typed::jsonb, :now)
                on conflict (task_id, person_id) do update set typed = excluded.typed, saved_at = excluded.saved_at""")
                .param("task", taskId)
                .param("person", person.id())
                .param("typed", write(typed))
                .param("now", Tasks.at(now))
                .update();
    }

    Optional<Draft> find(UUID taskId, Person person) {
        return jdbc.sql("select typed, saved_at from task_draft where task_id = :task and person_id = :person")
                .param("task", taskId)
                .param("person", person.id())
                .query((row, number) -> new Draft(
                        read(row.getString("typed")),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    private String write(Typed typed) {
        try {
            return json.writeValueAsString(typed.values());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typed read(String typed) {
        try {
            return new Typed(json.readValue(typed, VALUES), Map.of());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Draft(Typed typed, Instant savedAt) {}
}
