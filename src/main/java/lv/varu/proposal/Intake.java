package lv.varu.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private final JdbcClient jdbc;

    Intake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One round trip for the proposal, its submitter and the consents.
     *
     * @return false when the sender's key or the receipt is already taken; a second sender with the same key waits
     *     here until the first has finished
     */
    boolean store(Arrival arrival) {
        Proposal proposal = arrival.proposal();
        Submission submission = arrival.submission();
        Submitter submitter = submission.submitter();
        return jdbc.sql("""
                        with born as (
                            insert into proposal (id, receipt, call_id, partnership, owners, status, channel, language,
                                title, text, topic, municipality, place, own_contribution, support_asked,
                                submitted_at, confirm_by, idempotency_digest, request_digest, sealed_token,
                                received_on, written_on, postmarked_on, entered_by, improves_id, own_way)
                            values (:id, :receipt, :call, :partnership, :owners, :status, :channel, :language,
                                :title, :text, :topic, :municipality, :place, :contribution, :support,
                                :now, :confirmBy, :digest, :request, :sealed,
                                :received, :written, :postmarked, :enteredBy, :improves, :ownWay)
                            on conflict do nothing
                            returning id),
                        author as (
                            insert into proposal_submitter
                                (proposal_id, name, email, phone, address, organisation, publish_name)
                            select id, :name, :email, :phone, :address, :organisation, :publishName from born),
                        agreed as (
                            insert into proposal_consent (proposal_id, purpose, text_version, given_at)
                            select born.id, purpose, :consentText, :now
                            from born, unnest(:purposes::varchar[]) as purpose)
                        select id from born
                        """)
                .param("id", proposal.id())
                .param("receipt", proposal.receipt())
                .param("call", proposal.callId())
                .param("partnership", proposal.partnership())
                .param("owners", proposal.owners().toArray(String[]::new))
                .param("status", proposal.status().name())
                .param("channel", proposal.channel().name())
                .param("language", proposal.language().getLanguage())
                .param("title", proposal.title())
                .param("text", proposal.text())
                .param("topic", proposal.topic().name())
                .param("municipality", proposal.municipality())
                .param("place", proposal.place())
                .param("contribution", proposal.ownContribution())
                .param("support", proposal.supportAsked())
                .param("now", utc(proposal.submittedAt()))
                .param("confirmBy", utc(proposal.confirmBy()))
                .param("digest", arrival.seal().digest())
                .param("request", arrival.requestDigest())
                .param("sealed", arrival.seal().close(arrival.trackingToken()))
                .param("received", proposal.receivedOn(), Types.DATE)
                .param("written", proposal.writtenOn(), Types.DATE)
                .param("postmarked", proposal.postmarkedOn(), Types.DATE)
                .param("enteredBy", proposal.enteredBy(), Types.OTHER)
                .param("improves", proposal.improvesId())
                .param("ownWay", proposal.isOnItsOwnWay())
                .param("name", submitter.name())
                .param("email", submitter.email())
                .param("phone", submitter.phone())
                .param("address", submitter.address())
                .param("organisation", submitter.organisation())
                .param("publishName", submitter.publishName())
                .param("consentText", CONSENT_TEXT)
                .param("purposes", purposes(submission))
                .query(UUID.class)
                .optional()
                .isPresent();
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
        jdbc.sql("delete from proposal_consent where proposal_id = ?")
                .param(proposalId)
                .update();
        jdbc.sql("delete from proposal_submitter where proposal_id = ?")
                .param(proposalId)
                .update();
        jdbc.sql("delete from proposal_message where proposal_id = ? and side = 'AUTHOR'")
                .param(proposalId)
                .update();
        jdbc.sql("update proposal_rating set comment = null where proposal_id = ?")
                .param(proposalId)
                .update();
        jdbc.sql("delete from proposal_version where proposal_id = ?")
                .param(proposalId)
                .update();
        jdbc.sql("update proposal set withdrawal_reason = null where id = ? and withdrawal_reason is not null")
                .param(proposalId)
                .update();
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

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
            Proposal proposal, Submission submission, IntakeSeal seal, byte[] requestDigest, String trackingToken) {}

    /** The proposal that the same key made before. */
    record Earlier(UUID id, String receipt, @Nullable Instant confirmBy, byte[] requestDigest, String trackingToken) {}
}
