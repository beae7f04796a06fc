package lv.varu.proposal.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers that were followed by another question. */
@Repository
public class EarlierReplies {
    private final JdbcClient jdbc;

    EarlierReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID proposalId, Reply reply, Instant answeredAt, String question, UUID by, Instant now) {
        Outcome outcome = reply.outcome();
        OutcomeRoute route = reply.route();
        jdbc.sql("insert into proposal_earlier_reply (proposal_id, version, outcome, route, rationale, answered_at,"
                        + " question, asked_by, asked_at)"
                        + " select :id, count(*) + 1, :outcome, :route, :rationale, :answered, :question, :by, :now"
                        + " from proposal_earlier_reply where proposal_id = :id")
                .param("id", proposalId)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("route", route == null ? null : route.name())
                .param("rationale", reply.rationale())
                .param("answered", utc(answeredAt))
                .param("question", question)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** The newest first. */
    public List<Earlier> of(UUID proposalId) {
        return jdbc.sql("select * from proposal_earlier_reply where proposal_id = ? order by version desc")
                .param(proposalId)
                .query((row, number) -> new Earlier(
                        new Reply(
                                Outcome.valueOf(row.getString("outcome")),
                                route(row.getString("route")),
                                row.getString("rationale")),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getString("question"),
                        row.getObject("asked_by", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable OutcomeRoute route(@Nullable String name) {
        return name == null ? null : OutcomeRoute.valueOf(name);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param question what staff asked about it */
    public record Earlier(Reply reply, Instant answeredAt, String question, UUID askedBy, Instant askedAt) {}
}
