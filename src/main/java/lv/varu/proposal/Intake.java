package lv.varu.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The birth of a proposal, and the end of what a person has told us. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Intake {
    /** Changes with the wording of the consents on the form. */
    static final String CONSENT_TEXT = "2026-1";

    private static final List<String> ERASING = List.of(
            "delete from proposal_consent where proposal_id = any(?)",
            "delete from proposal_submitter where proposal_id = any(?)",
            "delete from proposal_message where proposal_id = any(?) and side = 'AUTHOR'",
            "update proposal_rating set comment = null where proposal_id = any(?)",
            "delete from proposal_version where proposal_id = any(?)",
            "update proposal set withdrawal_reason = null where id = any(?) and withdrawal_reason is not null");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Intake(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One round trip for a proposal, its submitter and the consents.
     *
     * @return false when the sender's key or the receipt is already taken; a second sender with the same key waits
     *     here until the first has finished
     */
    boolean store(Arrival arrival) {
        return store(List.of(arrival)) == 1;
    }

    /**
     * As {@link #store(Arrival)} for many in one round trip. What staff enter has nothing to wait for, so it gets its
     * number at once, in the order given.
     *
     * @return how many were new
     */
    int store(List<Arrival> arrivals) {
        return jdbc.sql("""
                        with arrived as materialized (
                            select r.*, case when r.entered_by is not null then nextval('proposal_number') end as number
                            from jsonb_to_recordset(:arrivals::jsonb) as r (id uuid, receipt text, call_id uuid,
                                partnership text, owners text[], status text, channel text, language text, title text,
                                text text, topic text, municipality text, place text, own_contribution text,
                                support_asked text, submitted_at timestamptz, confirm_by timestamptz,
                                idempotency_digest text, request_digest text, sealed_token text, received_on date,
                                written_on date, postmarked_on date, entered_by uuid, improves_id uuid, own_way boolean,
                                name text, email text, phone text, address text, organisation text,
                                publish_name boolean, purposes text[])),
                        born as (
                            insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel,
                                language, title, text, topic, municipality, place, own_contribution, support_asked,
                                submitted_at, confirm_by, idempotency_digest, request_digest, sealed_token,
                                received_on, written_on, postmarked_on, entered_by, improves_id, own_way)
                            select id, receipt, number, call_id, partnership, owners, status, channel,
                                language, title, text, topic, municipality, place, own_contribution, support_asked,
                                submitted_at, confirm_by, decode(idempotency_digest, 'base64'),
                                decode(request_digest, 'base64'), decode(sealed_token, 'base64'),
                                received_on, written_on, postmarked_on, entered_by, improves_id, own_way
                            from arrived
                            on conflict do nothing
                            returning id),
                        author as (
                            insert into proposal_submitter
                                (proposal_id, name, email, phone, address, organisation, publish_name)
                            select id, name, email, phone, address, organisation, publish_name
                            from arrived where id in (select id from born)),
                        agreed as (
                            insert into proposal_consent (proposal_id, purpose, text_version, given_at)
                            select id, purpose, :consentText, submitted_at
                            from arrived, unnest(purposes) as purpose where id in (select id from born))
                        select count(*) from born
                        """)
                .param("arrivals", written(arrivals))
                .param("consentText", CONSENT_TEXT)
                .query(Integer.class)
                .single();
    }

    private String written(List<Arrival> arrivals) {
        try {
            return json.writeValueAsString(
                    arrivals.stream().map(Intake::columns).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the name of the column; days and instants as the database reads them. */
    private static Map<String, @Nullable Object> columns(Arrival arrival) {
        Proposal proposal = arrival.proposal();
        Submitter submitter = arrival.submission().submitter();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", proposal.id());
        columns.put("receipt", proposal.receipt());
        columns.put("call_id", proposal.callId());
        columns.put("partnership", proposal.partnership());
        columns.put("owners", proposal.owners());
        columns.put("status", proposal.status());
        columns.put("channel", proposal.channel());
        columns.put("language", proposal.language().getLanguage());
        columns.put("title", proposal.title());
        columns.put("text", proposal.text());
        columns.put("topic", proposal.topic());
        columns.put("municipality", proposal.municipality());
        columns.put("place", proposal.place());
        columns.put("own_contribution", proposal.ownContribution());
        columns.put("support_asked", proposal.supportAsked());
        columns.put("submitted_at", text(proposal.submittedAt()));
        columns.put("confirm_by", text(proposal.confirmBy()));
        columns.put("idempotency_digest", arrival.seal().digest());
        columns.put("request_digest", arrival.requestDigest());
        columns.put("sealed_token", arrival.seal().close(arrival.trackingToken()));
        columns.put("received_on", text(proposal.receivedOn()));
        columns.put("written_on", text(proposal.writtenOn()));
        columns.put("postmarked_on", text(proposal.postmarkedOn()));
        columns.put("entered_by", proposal.enteredBy());
        columns.put("improves_id", proposal.improvesId());
        columns.put("own_way", proposal.isOnItsOwnWay());
        columns.put("name", submitter.name());
        columns.put("email", submitter.email());
        columns.put("phone", submitter.phone());
        columns.put("address", submitter.address());
        columns.put("organisation", submitter.organisation());
        columns.put("publish_name", submitter.publishName());
        columns.put("purposes", purposes(arrival.submission()));
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }

    /** Two at once about the same proposal wait for each other. */
    public void hold(UUID proposalId) {
        jdbc.sql("select id from proposal where id = ? for update")
                .param(proposalId)
                .query(UUID.class)
                .optional();
    }

    Optional<Earlier> earlier(IntakeSeal seal) {
        return jdbc.sql("select id, receipt, confirm_by, request_digest, sealed_token from proposal"
                        + " where idempotency_digest = ?")
                .param(seal.digest())
                .query((row, number) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getString("receipt"),
                        instant(row.getObject("confirm_by", OffsetDateTime.class)),
                        row.getBytes("request_digest"),
                        seal.open(row.getBytes("sealed_token"))))
                .optional();
    }

    public Optional<Submitter> submitter(UUID proposalId) {
        return jdbc.sql("select name, email, phone, address, organisation, publish_name from proposal_submitter"
                        + " where proposal_id = ?")
                .param(proposalId)
                .query((row, number) -> submitter(row))
                .optional();
    }

    /** The authors who can be written to, by proposal. */
    public Map<UUID, Submitter> reachable(Collection<UUID> proposalIds) {
        Map<UUID, Submitter> found = new HashMap<>();
        jdbc.sql("select proposal_id, name, email, phone, address, organisation, publish_name from proposal_submitter"
                        + " where proposal_id = any(?) and email is not null")
                .param(proposalIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("proposal_id", UUID.class), submitter(row));
                });
        return found;
    }

    /** The author, if they can be written to. */
    public Optional<Submitter> reachable(UUID proposalId) {
        return submitter(proposalId).filter(submitter -> submitter.email() != null);
    }

    /** Confirmed proposals of an address, the newest first. */
    public List<UUID> newestOf(String email, int atMost) {
        return jdbc.sql("select p.id from proposal_submitter s join proposal p on p.id = s.proposal_id"
                        + " where lower(s.email) = lower(?) and p.status not in ('UNCONFIRMED', 'EXPIRED')"
                        + " order by p.submitted_at desc limit ?")
                .params(email.strip(), atMost)
                .query(UUID.class)
                .list();
    }

    /** Of those who agreed that the municipality learns who they are. */
    public Map<UUID, Submitter> submittersForwarded(Collection<UUID> proposalIds) {
        Map<UUID, Submitter> found = new HashMap<>();
        // The author of a part is the author of the whole.
        jdbc.sql("select p.id as proposal_id, s.name, s.email, s.phone, s.address, s.organisation, s.publish_name"
                        + " from proposal p join proposal_submitter s on s.proposal_id = coalesce(p.split_from, p.id)"
                        + " join proposal_consent c on c.proposal_id = s.proposal_id"
                        + " where p.id = any(:ids) and c.purpose = 'FORWARDING' and c.withdrawn_at is null")
                .param("ids", proposalIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("proposal_id", UUID.class), submitter(row));
                });
        return found;
    }

    public boolean agreed(UUID proposalId, Consent purpose) {
        return jdbc.sql("select exists (select from proposal_consent"
                        + " where proposal_id = ? and purpose = ? and withdrawn_at is null)")
                .params(proposalId, purpose.name())
                .query(Boolean.class)
                .single();
    }

    /**
     * What a person has told us about themselves; the consents go too, for they are theirs, and what nobody answered: the
     * texts that they replaced and why they took the proposal back.
     */
    public void erase(UUID proposalId) {
        erase(List.of(proposalId));
    }

    /** As {@link #erase(UUID)} for many. */
    public void erase(Collection<UUID> proposalIds) {
        UUID[] ids = proposalIds.toArray(UUID[]::new);
        ERASING.forEach(statement -> jdbc.sql(statement).param(ids).update());
    }

    private static String[] purposes(Submission submission) {
        return Stream.of(
                        submission.processing() ? Consent.PROCESSING : null,
                        submission.forwarding() ? Consent.FORWARDING : null,
                        submission.submitter().publishName() ? Consent.PUBLISH_NAME : null)
                .filter(Objects::nonNull)
                .map(Consent::name)
                .toArray(String[]::new);
    }

    private static Submitter submitter(ResultSet row) throws SQLException {
        return new Submitter(
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("organisation"),
                row.getBoolean("publish_name"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** What people agree to, each thing by itself. */
    public enum Consent {
        PROCESSING,
        FORWARDING,
        PUBLISH_NAME
    }

    /** A submission that passed every rule. */
    record Arrival(
            Proposal proposal, Submission submission, IntakeSeal seal, byte[] requestDigest, String trackingToken) {
        static Arrival of(Proposal proposal, Submission submission, String key, String trackingToken) {
            return new Arrival(
                    proposal, submission, new IntakeSeal(key), IntakeSeal.digestOf(submission), trackingToken);
        }
    }

    /** The proposal that the same key made before. */
    record Earlier(UUID id, String receipt, @Nullable Instant confirmBy, byte[] requestDigest, String trackingToken) {}
}
