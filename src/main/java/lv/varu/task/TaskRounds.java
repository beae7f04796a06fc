package lv.varu.task;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shares daily work among the nodes: each round is done once. */
@Repository
class TaskRounds {
    private final JdbcClient jdbc;

    TaskRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the round is ours. Another node waits for the end of our transaction, and goes ahead if it fails. */
    boolean take(String work, LocalDate day) {
        return jdbc.sql("insert into task_round (work, day) values (:work, :day) on conflict do nothing")
                        .param("work", work)
                        .param("day", day)
                        .update()
                == 1;
    }

    Optional<LocalDate> before(String work, LocalDate day) {
        return jdbc.sql("select max(day) from task_round where work = :work and day < :day")
                .param("work", work)
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }
}
