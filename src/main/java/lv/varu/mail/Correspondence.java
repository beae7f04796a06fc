package lv.varu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written about cases and whether it has arrived, for those who work with it; it names nobody. */
@Component
@Transactional(readOnly = true)
public class Correspondence {
    private final JdbcClient jdbc;

    Correspondence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Letters of one kind and one day together, whichever of the cases they are about; the newest first. */
    public List<Written> about(Collection<CaseKey> cases, int atMost) {
        return jdbc.sql("""
                        select min(subject) as subject, min(posted_at) as posted_at, count(*) as letters,
                            count(*) filter (where state = 'DELIVERED') as delivered,
                            count(*) filter (where state in ('REFUSED', 'INCIDENT')) as failed,
                            max(delivered_at) as delivered_at
                        from mail_letter where about = any(?)
                        group by template, (posted_at at time zone 'Europe/Riga')::date
                        order by max(number) desc limit ?
                        """)
                .params(cases.stream().map(CaseKey::toString).toArray(String[]::new), atMost)
                .query(Correspondence::written)
                .list();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        Timestamp delivered = row.getTimestamp("delivered_at");
        return new Written(
                row.getString("subject"),
                row.getTimestamp("posted_at").toInstant(),
                row.getInt("letters"),
                row.getInt("delivered"),
                row.getInt("failed"),
                delivered == null ? null : delivered.toInstant());
    }

    /**
     * @param subject of one of them
     * @param failed those that the recipient's server refused, or that could not be delivered in all the time
     * @param deliveredAt when the last of them arrived
     */
    public record Written(
            String subject,
            Instant postedAt,
            int letters,
            int delivered,
            int failed,
            @Nullable Instant deliveredAt) {}
}
