package lv.varu.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a person is signed in. It works on Spring Session's table itself, so that a session ends in the transaction of
 * the reason why it must.
 */
@Repository
class Sessions {
    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Session> of(UUID person) {
        return jdbc.sql("select primary_id, session_id, creation_time, last_access_time from spring_session"
                        + " where principal_name = ? and expiry_time > ? order by last_access_time desc")
                .params(person.toString(), System.currentTimeMillis())
                .query((rs, number) -> new Session(
                        UUID.fromString(rs.getString(1)),
                        rs.getString(2),
                        Instant.ofEpochMilli(rs.getLong(3)),
                        Instant.ofEpochMilli(rs.getLong(4))))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID person) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(person.toString())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void endOne(UUID person, UUID session) {
        jdbc.sql("delete from spring_session where principal_name = ? and primary_id = ?")
                .params(person.toString(), session.toString())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(UUID person, String key) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(person.toString(), key)
                .update();
    }

    /**
     * One browser.
     *
     * @param key what the browser shows; never put it on a page
     */
    record Session(UUID id, String key, Instant since, Instant lastUsed) {}
}
