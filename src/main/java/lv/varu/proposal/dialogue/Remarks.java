package lv.varu.proposal.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The conversations about proposals. */
@Repository
public class Remarks {
    private final JdbcClient jdbc;

    Remarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Remark> of(UUID proposal) {
        return jdbc.sql("select * from proposal_message where proposal_id = ? order by number")
                .param(proposal)
                .query(Remarks::row)
                .list();
    }

    /** Only of those about which anybody has written, in one query. */
    public Map<UUID, Long> counts(Collection<UUID> proposals) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("select proposal_id, count(*) as n from proposal_message where proposal_id = any(?) group by 1")
                .param(proposals.toArray(UUID[]::new))
                .query(row -> {
                    counts.put(row.getObject("proposal_id", UUID.class), row.getLong("n"));
                });
        return counts;
    }

    void add(Remark remark) {
        jdbc.sql("insert into proposal_message (id, proposal_id, side, writer, text, written_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        remark.id(),
                        remark.proposalId(),
                        remark.side().name(),
                        remark.writer(),
                        remark.text(),
                        utc(remark.writtenAt()))
                .update();
    }

    /** Takes upon the caller to tell the others of these; whoever comes second gets none of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Remark> claimUntold(int atMost, Instant now) {
        return jdbc
                .sql("update proposal_message set told_at = :now where number in (select number from proposal_message"
                        + " where told_at is null order by number limit :limit for update skip locked) returning *")
                .param("now", utc(now))
                .param("limit", atMost)
                .query(Remarks::row)
                .list()
                .stream()
                .sorted((a, b) -> a.writtenAt().compareTo(b.writtenAt()))
                .toList();
    }

    private static Remark row(ResultSet row, int number) throws SQLException {
        return new Remark(
                row.getObject("id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                Remark.Side.valueOf(row.getString("side")),
                row.getString("writer"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
