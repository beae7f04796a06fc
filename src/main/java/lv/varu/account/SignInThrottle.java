package lv.varu.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts failed attempts in the database, so that every node knows them. An attempt is counted before it is checked and
 * taken back when it succeeds: many at once cannot slip through.
 */
@Repository
class SignInThrottle {
    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether one more attempt is all right. Without a transaction, because other attempts must see it at once. */
    boolean admit(String email, String address) {
        long account = count(account(email));
        long origin = count(address(address));
        if (within(account(email), account) <= settings.failuresPerAccount()
                && within(address(address), origin) <= settings.failuresPerAddress()) {
            return true;
        }
        // A refused attempt does not count, or whoever keeps trying would keep the owner out for ever.
        takeBack(account);
        takeBack(origin);
        return false;
    }

    /** For a question that only somebody signed in can be asked. */
    boolean admit(String email) {
        return admit(email, "signed in as " + Account.canonical(email));
    }

    void forget(String email) {
        jdbc.sql("delete from sign_in_failure where counted = ?")
                .param(account(email))
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from sign_in_failure where at < ?").param(since()).update();
    }

    private long count(byte[] counted) {
        return jdbc.sql("insert into sign_in_failure (counted, at) values (?, ?) returning id")
                .params(counted, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long within(byte[] counted, long upTo) {
        return jdbc.sql("select count(*) from sign_in_failure where counted = ? and at > ? and id <= ?")
                .params(counted, since(), upTo)
                .query(Long.class)
                .single();
    }

    private void takeBack(long id) {
        jdbc.sql("delete from sign_in_failure where id = ?").param(id).update();
    }

    private OffsetDateTime since() {
        Instant since = clock.instant().minus(settings.window());
        return since.atOffset(ZoneOffset.UTC);
    }

    private static byte[] account(String email) {
        return Token.hash("account:" + Account.canonical(email));
    }

    private static byte[] address(String address) {
        return Token.hash("address:" + address);
    }
}
