package lv.varu.proposal.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person has entered lately, so that nobody loses count of the pile. */
@Repository
class EntrySitting {
    private static final Duration LENGTH = Duration.ofHours(12);
    private static final int SHOWN = 10;
    private static final String MINE =
            " from proposal where entered_by = ? and submitted_at > ? and call_id = ?" + " and status <> 'EXPIRED'";

    private final JdbcClient jdbc;
    private final Clock clock;

    EntrySitting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first. */
    List<Sheet> latest(UUID callId, UUID by) {
        return jdbc.sql("select id, number, title, status, entered_by" + MINE + " order by submitted_at desc, id limit "
                        + SHOWN)
                .params(by, since(), callId)
                .query(EntrySitting::sheet)
                .list();
    }

    long count(UUID callId, UUID by) {
        return jdbc.sql("select count(*)" + MINE)
                .params(by, since(), callId)
                .query(Long.class)
                .single();
    }

    Sheet sheet(UUID callId, UUID id) {
        return jdbc.sql("select id, number, title, status, entered_by from proposal where id = ? and call_id = ?"
                        + " and entered_by is not null")
                .params(id, callId)
                .query(EntrySitting::sheet)
                .optional()
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    long numberOf(UUID id) {
        return jdbc.sql("select number from proposal where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(LENGTH).atOffset(ZoneOffset.UTC);
    }

    private static Sheet sheet(ResultSet row, int position) throws SQLException {
        return new Sheet(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                ProposalStatus.valueOf(row.getString("status")));
    }

    /** Public for the templates. */
    public record Sheet(UUID id, long number, String title, ProposalStatus status) {

        public boolean isUntouched() {
            return status == ProposalStatus.RECEIVED;
        }
    }
}
