package lv.varu.engine;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What must be said to the engine's tables while no engine runs. */
@Component
public class EngineTables {
    private final JdbcTemplate jdbc;

    EngineTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Jobs that were in somebody's hands when a backup was taken are free at once. */
    public void forgetLocks() {
        jdbc.update("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null");
    }
}
