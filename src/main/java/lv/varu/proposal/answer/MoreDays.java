package lv.varu.proposal.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests of municipal contacts for a later day, and what managers decided. */
@Repository
public class MoreDays {
    private final JdbcClient jdbc;

    MoreDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when a request about the proposal waits for a decision already */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean ask(UUID proposalId, @Nullable UUID contactId, LocalDate until, String reason, Instant now) {
        return jdbc.sql("insert into proposal_more_days (id, proposal_id, contact_id, asked_until, reason, asked_at)"
                                + " values (:id, :proposal, :contact, :until, :reason, :now)"
                                + " on conflict (proposal_id) where decided_at is null do nothing")
                        .param("id", UUID.randomUUID())
                        .param("proposal", proposalId)
                        .param("contact", contactId)
                        .param("until", until)
                        .param("reason", reason)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** @param by none when nobody decided in time */
    @Transactional(propagation = Propagation.MANDATORY)
    void decide(
            UUID proposalId, @Nullable LocalDate granted, @Nullable String comment, @Nullable UUID by, Instant now) {
        jdbc.sql("update proposal_more_days set decided_at = :now, decided_by = :by, granted_until = :granted,"
                        + " comment = :comment where proposal_id = :proposal and decided_at is null")
                .param("now", utc(now))
                .param("by", by)
                .param("granted", granted)
                .param("comment", comment)
                .param("proposal", proposalId)
                .update();
    }

    /** The one that waits for a decision. */
    Optional<Request> open(UUID proposalId) {
        return jdbc.sql("select * from proposal_more_days where proposal_id = ? and decided_at is null")
                .param(proposalId)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Those that wait for a decision, in one query. */
    Map<UUID, Request> open(Collection<UUID> proposalIds) {
        Map<UUID, Request> found = new HashMap<>();
        jdbc.sql("select * from proposal_more_days where proposal_id = any(?) and decided_at is null")
                .param(proposalIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("proposal_id", UUID.class), request(row));
                });
        return found;
    }

    /** The newest first. */
    public List<Request> of(UUID proposalId) {
        return jdbc.sql("select * from proposal_more_days where proposal_id = ? order by asked_at desc")
                .param(proposalId)
                .query((row, number) -> request(row))
                .list();
    }

    private static Request request(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Request(
                row.getObject("contact_id", UUID.class),
                row.getObject("asked_until", LocalDate.class),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getObject("decided_by", UUID.class),
                row.getObject("granted_until", LocalDate.class),
                row.getString("comment"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param decidedBy none when nobody decided in time
     * @param grantedUntil none when the day stays
     */
    public record Request(
            @Nullable UUID contactId,
            LocalDate askedUntil,
            String reason,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable LocalDate grantedUntil,
            @Nullable String comment) {}
}
