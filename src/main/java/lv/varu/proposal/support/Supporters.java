package lv.varu.proposal.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.proposal.ProposalNotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who supports which proposal, and how many they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Supporters {
    /** Changes with the wording of the consents on the form. */
    static final String CONSENT_TEXT = "2026-1";

    private static final String SELECT = "select id, proposal_id, name, email, organisation, language, publish_name,"
            + " asked_at, confirm_by, confirmed_at, ended_at, muted_at from proposal_supporter ";

    /** A proposal with everything that was merged into it, however long ago. */
    private static final String BRANCH = """
            with recursive walked as (
                select p.id, 0 as depth from proposal p where p.id = :id
                union all
                select p.id, w.depth + 1 from walked w join proposal p on p.merged_into = w.id
                where p.split_from is null)
                cycle id set circle using way,
            branch as (select * from walked where not circle)
            """;

    private final JdbcClient jdbc;

    Supporters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Supporter> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(Supporters::row)
                .optional();
    }

    Supporter get(UUID id) {
        return find(id).orElseThrow(() -> new ProposalNotFound(id));
    }

    /** The one who supports it by this address, confirmed or not yet. */
    Optional<Supporter> of(UUID proposalId, String email) {
        return jdbc.sql(SELECT + "where proposal_id = ? and lower(email) = lower(?) and ended_at is null")
                .params(proposalId, email)
                .query(Supporters::row)
                .optional();
    }

    List<Supporter> of(String email) {
        return jdbc.sql(SELECT + "where lower(email) = lower(?) order by asked_at desc")
                .param(email)
                .query(Supporters::row)
                .list();
    }

    /** What letters to the supporters of the proposal are about. */
    @Transactional(readOnly = true)
    public List<CaseKey> cases(UUID proposalId) {
        return jdbc
                .sql("select id from proposal_supporter where proposal_id = ? and confirmed_at is not null")
                .param(proposalId)
                .query(UUID.class)
                .list()
                .stream()
                .map(Supporter::keyOf)
                .toList();
    }

    /** How many people of each consultation are known. */
    Map<UUID, Long> countIn(Collection<UUID> callIds) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("select p.call_id, count(*) as n from proposal_supporter u join proposal p on p.id = u.proposal_id"
                        + " where p.call_id = any(?) and u.ended_at is null group by p.call_id")
                .param(callIds.toArray(UUID[]::new))
                .query(row -> {
                    counts.put(row.getObject("call_id", UUID.class), row.getLong("n"));
                });
        return counts;
    }

    List<UUID> in(UUID callId, int atMost) {
        return jdbc.sql("select u.id from proposal_supporter u join proposal p on p.id = u.proposal_id"
                        + " where p.call_id = ? and u.ended_at is null limit ?")
                .params(callId, atMost)
                .query(UUID.class)
                .list();
    }

    /** False when somebody with the same address was faster. */
    boolean add(Supporter supporter) {
        return jdbc.sql("insert into proposal_supporter (id, proposal_id, name, email, organisation, language,"
                                + " publish_name, text_version, asked_at, confirm_by)"
                                + " values (:id, :proposal, :name, :email, :organisation, :language, :publishName,"
                                + " :version, :askedAt, :confirmBy) on conflict do nothing")
                        .param("id", supporter.id())
                        .param("proposal", supporter.proposalId())
                        .param("name", supporter.name())
                        .param("email", supporter.email())
                        .param("organisation", supporter.organisation())
                        .param("language", supporter.language().getLanguage())
                        .param("publishName", supporter.publishName())
                        .param("version", CONSENT_TEXT)
                        .param("askedAt", utc(supporter.askedAt()))
                        .param("confirmBy", utc(supporter.confirmBy()))
                        .update()
                == 1;
    }

    /** False when it was confirmed or ended before. */
    boolean confirm(UUID id, Instant now) {
        return jdbc.sql("update proposal_supporter set confirmed_at = :now"
                                + " where id = :id and confirmed_at is null and ended_at is null")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The person is forgotten; that there was one stays. */
    boolean end(UUID id, Instant now) {
        return jdbc.sql("update proposal_supporter set ended_at = :now, name = null, email = null, organisation = null"
                                + " where id = :id and ended_at is null")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Whether letters come to a supporter.
     *
     * @return false when it was so before
     */
    boolean mute(UUID id, boolean muted, Instant now) {
        return jdbc.sql("update proposal_supporter set muted_at = :mutedAt"
                                + " where id = :id and ended_at is null and (muted_at is null) = :muted")
                        .param("mutedAt", muted ? utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", id)
                        .param("muted", muted)
                        .update()
                == 1;
    }

    /** Ends what nobody has confirmed in time. */
    List<UUID> endUnconfirmed(Instant now) {
        return jdbc.sql("update proposal_supporter set ended_at = :now, name = null, email = null, organisation = null"
                        + " where confirmed_at is null and ended_at is null and confirm_by < :now returning id")
                .param("now", utc(now))
                .query(UUID.class)
                .list();
    }

    /**
     * Counts anew who stands behind a proposal and behind whatever it was merged into: each address once, without the
     * author's own; whoever proposed the same on paper counts too.
     */
    public void recount(UUID proposalId) {
        UUID next = proposalId;
        Set<UUID> counted = new HashSet<>();
        while (next != null && counted.add(next)) {
            jdbc.sql("update proposal set supporters = (" + BRANCH + """
                            select count(distinct person) from (
                                select lower(u.email) as person
                                from branch b join proposal_supporter u on u.proposal_id = b.id
                                where u.confirmed_at is not null and u.ended_at is null
                                union all
                                select coalesce(lower(s.email), b.id::text)
                                from branch b left join proposal_submitter s on s.proposal_id = b.id
                                where b.depth > 0) behind
                            where person is distinct from
                                (select lower(s.email) from proposal_submitter s where s.proposal_id = :id))
                            where id = :id
                            """)
                    .param("id", next)
                    .update();
            next = jdbc.sql("select merged_into from proposal where id = ? and merged_into is not null")
                    .param(next)
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
        }
    }

    /** Those who agreed that their name or organisation stands beside the proposal. */
    List<String> names(UUID proposalId, int atMost) {
        return jdbc.sql(BRANCH + """
                        select name from (
                            select coalesce(u.organisation, u.name) as name, u.confirmed_at as since
                            from branch b join proposal_supporter u on u.proposal_id = b.id
                            where u.confirmed_at is not null and u.ended_at is null and u.publish_name
                            union
                            select coalesce(s.organisation, s.name), p.submitted_at
                            from branch b join proposal p on p.id = b.id
                                join proposal_submitter s on s.proposal_id = b.id
                            where b.depth > 0 and s.publish_name) known
                        where name is not null group by name order by min(since), name limit :most
                        """)
                .param("id", proposalId)
                .param("most", atMost)
                .query(String.class)
                .list();
    }

    boolean mute(UUID proposalId, Instant now) {
        return jdbc.sql("update proposal_submitter set muted_at = ? where proposal_id = ? and muted_at is null")
                        .params(utc(now), proposalId)
                        .update()
                == 1;
    }

    boolean isMuted(UUID proposalId) {
        return jdbc.sql("select exists (select from proposal_submitter"
                        + " where proposal_id = ? and muted_at is not null)")
                .param(proposalId)
                .query(Boolean.class)
                .single();
    }

    /** Those who have not been asked before are from now on. */
    boolean invite(UUID proposalId, String email, Instant now) {
        return jdbc.sql("insert into proposal_support_invitation (proposal_id, address_digest, invited_at)"
                                + " values (?, ?, ?) on conflict do nothing")
                        .params(proposalId, digest(email), utc(now))
                        .update()
                == 1;
    }

    int invited(UUID proposalId) {
        return jdbc.sql("select count(*) from proposal_support_invitation where proposal_id = ?")
                .param(proposalId)
                .query(Integer.class)
                .single();
    }

    /** Takes the places of further invitations until the transaction ends, so that two at once do not pass the limit. */
    void holdInvitations(UUID proposalId) {
        jdbc.sql("select id from proposal where id = ? for update")
                .param(proposalId)
                .query(UUID.class)
                .single();
    }

    private static byte[] digest(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Supporter row(ResultSet row, int number) throws SQLException {
        return new Supporter(
                row.getObject("id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("publish_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("confirm_by", OffsetDateTime.class).toInstant(),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                instant(row.getObject("muted_at", OffsetDateTime.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
