package lv.varu.proposal.theme;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of who has read which proposal. */
@Repository
class Readings {
    private static final String UNREAD = " and not exists (select from proposal_reading r where r.proposal_id = p.id) ";

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reading(UUID reader, Instant readAt) {}

    /** @param last when the reader read the last of them */
    record Share(UUID reader, long proposals, Instant last) {}

    /** How many of the consultation somebody has read. */
    record Progress(long read, long all) {
        public long unread() {
            return all - read;
        }
    }

    /** @return false when this reader had read it before */
    boolean read(UUID proposal, UUID callId, UUID reader, Instant now) {
        return jdbc.sql("insert into proposal_reading (proposal_id, reader, call_id, read_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(proposal, reader, callId, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Reading> of(UUID proposal) {
        return jdbc.sql("select reader, read_at from proposal_reading where proposal_id = ? order by read_at, reader")
                .param(proposal)
                .query((row, number) -> new Reading(
                        row.getObject("reader", UUID.class),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Share> shares(UUID callId) {
        return jdbc.sql("select reader, count(*) as proposals, max(read_at) as last from proposal_reading"
                        + " where call_id = ? group by reader order by 2 desc, reader")
                .param(callId)
                .query((row, number) -> new Share(
                        row.getObject("reader", UUID.class),
                        row.getLong("proposals"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    Progress progress(UUID callId) {
        return jdbc.sql("select count(*) as all_of_them, count(*) filter (where exists"
                        + " (select from proposal_reading r where r.proposal_id = p.id)) as read"
                        + " from proposal p where p.call_id = ? and" + Themes.COUNTED)
                .param(callId)
                .query((row, number) -> new Progress(row.getLong("read"), row.getLong("all_of_them")))
                .single();
    }

    /** The next that nobody has read, in the order of their numbers; after the last one the first again. */
    Optional<UUID> next(UUID callId, long after) {
        return jdbc.sql("select p.id from proposal p where p.call_id = ? and" + Themes.COUNTED + UNREAD
                        + "order by coalesce(p.number, 0) <= ?, p.number, p.id limit 1")
                .params(callId, after)
                .query(UUID.class)
                .optional();
    }
}
