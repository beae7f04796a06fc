package lv.varu.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.varu.account.LinkGone.Reason;
import lv.varu.audit.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that let their holder act without an account. */
@Component
public class Links {
    private static final String INSERT =
            "insert into access_link (id, token_hash, purpose, subject, holder, created_at, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private static final String COLUMNS = "id, purpose, subject, holder, expires_at, revoked_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Links(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * The token of a new link; it cannot be had a second time, so a further letter takes a further link. Earlier links
     * stay good: a reader may open any of the letters.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(Link.Purpose purpose, String subject, String holder, Instant expiresAt) {
        return issue(List.of(new NewLink(purpose, subject, holder, expiresAt))).get(0);
    }

    /** Tokens of new links by holder; cheap for thousands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, String> issueAll(
            Link.Purpose purpose, String subject, Collection<String> holders, Instant expiresAt) {
        return issueEach(Set.copyOf(holders), holder -> new NewLink(purpose, subject, holder, expiresAt));
    }

    /** Tokens of new links by subject, each with a holder of its own; cheap for thousands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, String> issueEach(Link.Purpose purpose, Map<String, String> holders, Instant expiresAt) {
        return issueEach(
                holders.keySet(),
                subject -> new NewLink(purpose, subject, Objects.requireNonNull(holders.get(subject)), expiresAt));
    }

    private Map<String, String> issueEach(Set<String> keys, Function<String, NewLink> link) {
        List<String> tokens = issue(keys.stream().map(link).toList());
        Map<String, String> found = new HashMap<>();
        keys.forEach(key -> found.put(key, tokens.get(found.size())));
        return found;
    }

    /** Tokens of new links, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> issue(List<NewLink> links) {
        List<String> tokens = Stream.generate(Token::fresh).limit(links.size()).toList();
        OffsetDateTime now = utc(clock.instant());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            NewLink link = links.get(i);
            rows.add(new Object[] {
                Ids.next(),
                Token.hash(tokens.get(i)),
                link.purpose.name(),
                link.subject,
                link.holder,
                now,
                utc(link.expiresAt)
            });
        }
        batches.batchUpdate(INSERT, rows);
        return tokens;
    }

    /** @param holder whoever gets it; an e-mail address or a key of ours */
    public record NewLink(Link.Purpose purpose, String subject, String holder, Instant expiresAt) {}

    /**
     * Opens a link and counts the opening; from here on the holder of the link acts in this request. The trail of the
     * case is the caller's to write.
     *
     * @throws LinkGone when there is nothing to open
     */
    @Transactional(noRollbackFor = LinkGone.class)
    public Link open(String token, Link.Purpose purpose) {
        return open(token, Set.of(purpose));
    }

    @Transactional(noRollbackFor = LinkGone.class)
    Link open(String token, Set<Link.Purpose> purposes) {
        Instant now = clock.instant();
        Link link = jdbc.sql("update access_link set opened = opened + 1, last_opened_at = :now,"
                        + " first_opened_at = coalesce(first_opened_at, :now)"
                        + " where token_hash = :hash and purpose in (:purposes) and revoked_at is null"
                        + " and expires_at > :now returning " + COLUMNS)
                .param("now", utc(now))
                .param("hash", Token.hash(token))
                .param("purposes", purposes.stream().map(Link.Purpose::name).toList())
                .query(Links::row)
                .optional()
                .orElseThrow(() -> new LinkGone(whyGone(token, purposes)))
                .link();
        ActingFilter.continueAs(link);
        return link;
    }

    private Reason whyGone(String token, Set<Link.Purpose> purposes) {
        return find(token)
                .filter(row -> purposes.contains(row.link().purpose()))
                .map(row -> row.revokedAt() == null ? Reason.EXPIRED : Reason.REVOKED)
                .orElse(Reason.UNKNOWN);
    }

    /** What a link was for that has passed its end, so that its holder can be sent another one. */
    @Transactional(readOnly = true)
    public Optional<Link> ended(String token, Link.Purpose purpose) {
        return find(token)
                .filter(row -> row.revokedAt() == null && row.link().purpose() == purpose)
                .map(Row::link)
                .filter(link -> !clock.instant().isBefore(link.expiresAt()));
    }

    /**
     * Ends every link of this purpose about the subject, whoever holds it.
     *
     * @return how many there were to end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int revoke(Link.Purpose purpose, String subject) {
        return revoke(purpose, List.of(subject));
    }

    /** As {@link #revoke(Link.Purpose, String)} about many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int revoke(Link.Purpose purpose, Collection<String> subjects) {
        return jdbc.sql(
                        "update access_link set revoked_at = ? where purpose = ? and subject = any(?) and revoked_at is null")
                .params(utc(clock.instant()), purpose.name(), subjects.toArray(String[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(Link.Purpose purpose, String subject, String holder) {
        jdbc.sql("update access_link set revoked_at = ?"
                        + " where purpose = ? and subject = ? and holder = ? and revoked_at is null")
                .params(utc(clock.instant()), purpose.name(), subject, holder)
                .update();
    }

    /** Forgets links that ended before; a holder may be an e-mail address, which is not ours to keep. */
    @Transactional
    int forgetEndedBefore(Instant end) {
        return jdbc.sql("delete from access_link where expires_at < ?")
                .param(utc(end))
                .update();
    }

    private Optional<Row> find(String token) {
        return jdbc.sql("select " + COLUMNS + " from access_link where token_hash = ?")
                .param(Token.hash(token))
                .query(Links::row)
                .optional();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        Link link = new Link(
                rs.getObject("id", UUID.class),
                Link.Purpose.valueOf(rs.getString("purpose")),
                rs.getString("subject"),
                rs.getString("holder"),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
        return new Row(link, rs.getObject("revoked_at", OffsetDateTime.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(Link link, @Nullable OffsetDateTime revokedAt) {}
}
