package lv.varu.proposal.author;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What authors were asked to make clear, and what they had written before. */
@Repository
public class Clarifications {
    private static final String OPEN = " and answered_at is null and went_on_at is null";

    private final JdbcClient jdbc;

    Clarifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void ask(UUID proposalId, String question, UUID by, Instant now) {
        jdbc.sql("insert into proposal_clarification (id, proposal_id, question, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), proposalId, question, by, utc(now))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answerUntil(UUID proposalId, LocalDate day) {
        jdbc.sql("update proposal_clarification set answer_until = ? where proposal_id = ?" + OPEN)
                .params(day, proposalId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void answered(UUID proposalId, Instant now) {
        jdbc.sql("update proposal_clarification set answered_at = ? where proposal_id = ?" + OPEN)
                .params(utc(now), proposalId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void wentOn(UUID proposalId, Instant now) {
        jdbc.sql("update proposal_clarification set went_on_at = ? where proposal_id = ?" + OPEN)
                .params(utc(now), proposalId)
                .update();
    }

    Optional<Clarification> open(UUID proposalId) {
        return jdbc.sql("select * from proposal_clarification where proposal_id = ?" + OPEN)
                .param(proposalId)
                .query((row, number) -> clarification(row))
                .optional();
    }

    /** The newest first. */
    public List<Clarification> of(UUID proposalId) {
        return jdbc.sql("select * from proposal_clarification where proposal_id = ? order by asked_at desc")
                .param(proposalId)
                .query((row, number) -> clarification(row))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keepVersion(UUID proposalId, String title, String text, Instant now) {
        jdbc.sql(
                        "insert into proposal_version (proposal_id, version, title, text, replaced_at)"
                                + " select :id, count(*) + 1, :title, :text, :now from proposal_version where proposal_id = :id")
                .param("id", proposalId)
                .param("title", title)
                .param("text", text)
                .param("now", utc(now))
                .update();
    }

    /** The newest first; the text that stands now is not among them. */
    public List<EarlierText> versions(UUID proposalId) {
        return jdbc.sql("select version, title, text, replaced_at from proposal_version where proposal_id = ?"
                        + " order by version desc")
                .param(proposalId)
                .query((row, number) -> new EarlierText(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Clarification clarification(ResultSet row) throws SQLException {
        return new Clarification(
                row.getString("question"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("answer_until", LocalDate.class),
                instant(row, "answered_at"),
                instant(row, "went_on_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param answerUntil set with the letter, a moment after the question
     * @param wentOnAt when the proposal went on without an answer
     */
    public record Clarification(
            String question,
            UUID askedBy,
            Instant askedAt,
            @Nullable LocalDate answerUntil,
            @Nullable Instant answeredAt,
            @Nullable Instant wentOnAt) {}

    public record EarlierText(int version, String title, String text, Instant replacedAt) {}
}
