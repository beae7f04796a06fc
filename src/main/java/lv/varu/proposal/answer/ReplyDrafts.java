package lv.varu.proposal.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What municipal contacts have typed but not sent. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReplyDrafts {
    private final JdbcClient jdbc;

    ReplyDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Reply> of(Collection<UUID> proposals) {
        Map<UUID, Reply> found = new HashMap<>();
        jdbc.sql(
                        "select proposal_id, outcome, route, rationale from proposal_reply_draft where proposal_id = any(:ids)")
                .param("ids", proposals.toArray(UUID[]::new))
                .query(row -> {
                    String outcome = row.getString("outcome");
                    String route = row.getString("route");
                    found.put(
                            row.getObject("proposal_id", UUID.class),
                            new Reply(
                                    outcome == null ? null : Outcome.valueOf(outcome),
                                    route == null ? null : OutcomeRoute.valueOf(route),
                                    row.getString("rationale")));
                });
        return found;
    }

    void save(UUID proposal, Reply reply, Instant now) {
        jdbc.sql("insert into proposal_reply_draft (proposal_id, outcome, route, rationale, saved_at)"
                        + " values (:id, :outcome, :route, :rationale, :now) on conflict (proposal_id) do update"
                        + " set outcome = excluded.outcome, route = excluded.route, rationale = excluded.rationale,"
                        + " saved_at = excluded.saved_at")
                .param("id", proposal)
                .param("outcome", name(reply.outcome()))
                .param("route", name(reply.route()))
                .param("rationale", reply.rationale())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** They go out, so nothing is left to type; the boilerplates with which they were begun count as used. */
    void sent(Collection<UUID> proposals, Instant now) {
        jdbc.sql("""
                        with sent as (
                            delete from proposal_reply_draft where proposal_id = any(:ids)
                            returning boilerplate_id, proposal_id)
                        insert into proposal_boilerplate_use (boilerplate_id, proposal_id, used_at)
                        select boilerplate_id, proposal_id, :now from sent where boilerplate_id is not null
                        on conflict do nothing""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", proposals.toArray(UUID[]::new))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
