package lv.varu.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many proposals stand where. The database keeps count as they change, so that nobody reads them all for it. */
@Repository
class ProposalCounts {
    /** More than a consultation has kinds of proposals; what is above it are changes that nobody has added up. */
    private static final int KINDS = 100;

    private static final int CHECKING = 0x5641_5255;

    private final JdbcClient jdbc;

    ProposalCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every consultation asked for has a tally. */
    Map<UUID, Tally> tallies(Collection<UUID> callIds) {
        Map<UUID, Counts> counts = new HashMap<>();
        callIds.forEach(id -> counts.put(id, new Counts()));
        jdbc.sql("""
                        select call_id, outcome, sum(n) as n,
                            case when status = 'PUBLISHED' and set_aside then 'SPLIT' else status end as status,
                            sum(case when part then n else 0 end) as parts,
                            sum(case when status = 'FORWARDED' and late then n else 0 end) as late
                        from proposal_count where call_id = any(:ids) and not (part and status = 'MERGED')
                        group by call_id, 4, outcome
                        """).param("ids", callIds.toArray(UUID[]::new)).query(row -> {
            counts.getOrDefault(row.getObject("call_id", UUID.class), new Counts())
                    .add(row);
        });
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().tally()));
    }

    Tally tally(UUID callId) {
        return tallies(List.of(callId)).getOrDefault(callId, Tally.NONE);
    }

    /** All of a partnership; everything when none is given. Of the filter only what is counted may be set. */
    long of(@Nullable String partnership, ProposalFilter filter) {
        return jdbc.sql("""
                        select coalesce(sum(n), 0) from proposal_count
                        where (:partnership::text is null or owners @> array[:partnership]::varchar[])
                            and (:call::uuid is null or call_id = :call)
                            and (:status::text is null or status = :status)
                            and (:outcome::text is null or outcome = :outcome)
                            and (not :late or status = 'FORWARDED' and late)
                        """)
                .param("partnership", partnership, Types.VARCHAR)
                .param("call", filter.callId(), Types.OTHER)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        Types.VARCHAR)
                .param(
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name(),
                        Types.VARCHAR)
                .param("late", filter.late())
                .query(Long.class)
                .single();
    }

    /** Adds up what has changed, where that is much. */
    @Transactional
    void addUp() {
        jdbc.sql("""
                        with added as (
                            delete from proposal_count where call_id in (
                                select call_id from proposal_count group by call_id having count(*) > :kinds)
                            returning *)
                        insert into proposal_count (call_id, owners, status, outcome, late, set_aside, part, n)
                        select call_id, owners, status, outcome, late, set_aside, part, sum(n) from added
                        group by call_id, owners, status, outcome, late, set_aside, part having sum(n) <> 0
                        """).param("kinds", KINDS).update();
    }

    /**
     * Counts everything and puts right what differs. Does nothing while another node does it.
     *
     * @return how many counts were wrong
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int check() {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(CHECKING)
                .query(Boolean.class)
                .single();
        // One statement sees one moment, so what changes meanwhile is added to a count that was right.
        return alone ? jdbc.sql("""
                        insert into proposal_count (call_id, owners, status, outcome, late, set_aside, part, n)
                        select call_id, owners, status, outcome, late, set_aside, part, sum(n) from (
                            select call_id, owners, status, outcome, late, set_aside, part, 1 as n from proposal_counted
                            union all
                            select call_id, owners, status, outcome, late, set_aside, part, -n from proposal_count) both_ways
                        group by call_id, owners, status, outcome, late, set_aside, part having sum(n) <> 0
                        """).update() : 0;
    }

    private static final class Counts {
        private final Map<ProposalStatus, Long> byStatus = new EnumMap<>(ProposalStatus.class);
        private final Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
        private long late;
        private long parts;

        void add(ResultSet row) throws SQLException {
            long n = row.getLong("n");
            byStatus.merge(ProposalStatus.valueOf(row.getString("status")), n, Long::sum);
            String outcome = row.getString("outcome");
            if (outcome != null) {
                byOutcome.merge(Outcome.valueOf(outcome), n, Long::sum);
            }
            late += row.getLong("late");
            parts += row.getLong("parts");
        }

        Tally tally() {
            return new Tally(Map.copyOf(byStatus), Map.copyOf(byOutcome), late, parts);
        }
    }
}
