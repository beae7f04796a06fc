package lv.varu.proposal.support;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.audit.Trail;
import lv.varu.calendar.LatvianDates;
import lv.varu.mail.Letter;
import lv.varu.mail.MalformedAddress;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.ProposalSettings;
import lv.varu.proposal.Proposals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who is told what becomes of a proposal: its author, its supporters, and those of what was merged into it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Followers {
    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    // The proposal itself first, so that whoever stands in several places is told once, in the nearest role.
    private static final String FOLLOWERS = """
            with recursive walked as (
                select p.id, p.title, p.language, 0 as depth from proposal p where p.id = :root
                union all
                select p.id, p.title, p.language, w.depth + 1 from walked w join proposal p on p.merged_into = w.id)
                cycle id set circle using way,
            branch as (select * from walked where not circle)
            select distinct on (lower(email)) * from (
                select b.id as proposal_id, b.title, b.depth, b.language, s.name, s.email, null::uuid as supporter_id
                from branch b join proposal_submitter s on s.proposal_id = b.id
                where s.email is not null and (b.depth = 0 or s.muted_at is null)
                union all
                select b.id, b.title, b.depth, u.language, u.name, u.email, u.id
                from branch b join proposal_supporter u on u.proposal_id = b.id
                where u.confirmed_at is not null and u.ended_at is null and u.muted_at is null) told
            order by lower(email), depth, supporter_id nulls first
            """;

    // The latest proposal of each, for its link is the one that they still know.
    private static final String OF_CALL = """
            select distinct on (lower(email)) * from (
                select p.id as proposal_id, p.title, p.language, p.submitted_at, s.name, s.email,
                    null::uuid as supporter_id
                from proposal p join proposal_submitter s on s.proposal_id = p.id
                where p.call_id = :call and p.status not in ('UNCONFIRMED', 'EXPIRED', 'DECLINED', 'WITHDRAWN')
                    and s.email is not null and (p.merged_into is null or s.muted_at is null)
                union all
                select p.id, p.title, u.language, p.submitted_at, u.name, u.email, u.id
                from proposal p join proposal_supporter u on u.proposal_id = p.id
                where p.call_id = :call and p.status not in ('UNCONFIRMED', 'EXPIRED', 'DECLINED', 'WITHDRAWN')
                    and u.confirmed_at is not null and u.ended_at is null and u.muted_at is null) told
            order by lower(email), supporter_id nulls first, submitted_at desc
            """;

    private static final String SOME = """
            select p.id as proposal_id, p.title, p.language, s.name, s.email, null::uuid as supporter_id
            from proposal p join proposal_submitter s on s.proposal_id = p.id
            where p.id = any(:authors) and s.email is not null
            union all
            select p.id, p.title, u.language, u.name, u.email, u.id
            from proposal p join proposal_supporter u on u.proposal_id = p.id
            where u.id = any(:supporters) and u.ended_at is null and u.muted_at is null
            """;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalLetters letters;
    private final ProposalSettings settings;
    private final Outbox outbox;
    private final Links links;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final Trail trail;
    private final Clock clock;

    Followers(
            JdbcClient jdbc,
            Calls calls,
            Proposals proposals,
            ProposalLetters letters,
            ProposalSettings settings,
            Outbox outbox,
            Links links,
            PublicAddress address,
            LatvianDates dates,
            MessageSource messages,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.proposals = proposals;
        this.letters = letters;
        this.settings = settings;
        this.outbox = outbox;
        this.links = links;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /** Each address once. A part of a split proposal is followed by those who follow the whole. */
    public List<Follower> of(Proposal proposal) {
        UUID root = Objects.requireNonNullElse(proposal.splitFrom(), proposal.id());
        return jdbc.sql(FOLLOWERS)
                .param("root", root)
                .query((row, number) -> follower(row, root))
                .list();
    }

    private static Follower follower(ResultSet row, UUID root) throws SQLException {
        UUID proposal = row.getObject("proposal_id", UUID.class);
        UUID supporter = row.getObject("supporter_id", UUID.class);
        Follower.Role role = supporter != null
                ? Follower.Role.SUPPORTER
                : proposal.equals(root) ? Follower.Role.AUTHOR : Follower.Role.MERGED;
        return new Follower(
                role,
                proposal,
                row.getString("title"),
                supporter,
                Objects.requireNonNullElse(row.getString("name"), ""),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")));
    }

    /** @param values a date, an instant or a message is written in the reader's language */
    public void tell(UUID proposalId, String template, Map<String, Object> values) {
        tell(proposalId, (proposal, call, to, tracking) -> write(template, values, proposal, call, to, tracking));
    }

    /** Some of those of a consultation; whoever has been forgotten meanwhile gets nothing. */
    public void tell(
            UUID callId,
            Collection<UUID> authors,
            Collection<UUID> supporters,
            String template,
            Map<String, Object> values) {
        List<Follower> told = jdbc.sql(SOME)
                .param("authors", authors.toArray(UUID[]::new))
                .param("supporters", supporters.toArray(UUID[]::new))
                .query((row, number) -> follower(row, row.getObject("proposal_id", UUID.class)))
                .list();
        if (told.isEmpty()) {
            return;
        }
        Call call = calls.find(callId).orElseThrow(() -> new CallNotFound(callId.toString()));
        Map<UUID, Proposal> about =
                proposals.findAllById(told.stream().map(Follower::proposalId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Proposal::id, Function.identity()));
        Map<Follower, URI> tracking = tracking(told);
        outbox.postAll(told.stream()
                .flatMap(follower -> {
                    Proposal proposal = Objects.requireNonNull(about.get(follower.proposalId()));
                    URI link = Objects.requireNonNull(tracking.get(follower));
                    return written(
                            follower, () -> write(template, values, proposal, call, follower.stoppingAt(link), link));
                })
                .toList());
    }

    private Letter write(
            String template, Map<String, Object> values, Proposal proposal, Call call, Follower to, URI tracking) {
        Letter.Draft letter = letters.begin(template, proposal, call, to);
        values.forEach((name, value) -> letter.with(name, inLanguageOf(to, value)));
        return letter.secretAction(tracking).seal();
    }

    /** Nothing for an address that no letter reaches: the others are told all the same. */
    private static Stream<Letter> written(Follower to, Supplier<Letter> letter) {
        try {
            return Stream.of(letter.get());
        } catch (MalformedAddress malformed) {
            log.warn("A follower of {} has an address that no letter reaches", to.about());
            return Stream.empty();
        }
    }

    public List<Follower> ofCall(UUID callId) {
        return jdbc.sql(OF_CALL)
                .param("call", callId)
                .query((row, number) -> follower(row, row.getObject("proposal_id", UUID.class)))
                .list();
    }

    public void tell(UUID proposalId, ProposalLetters.ToFollower letter) {
        Proposal proposal = proposals.get(proposalId);
        Call call = calls.find(proposal.callId())
                .orElseThrow(() -> new CallNotFound(proposal.callId().toString()));
        List<Follower> told = of(proposal);
        Map<Follower, URI> tracking = tracking(told);
        outbox.postAll(told.stream()
                .flatMap(follower -> {
                    URI link = Objects.requireNonNull(tracking.get(follower));
                    return written(follower, () -> letter.write(proposal, call, follower.stoppingAt(link), link));
                })
                .toList());
        record(proposal, told);
    }

    private Object inLanguageOf(Follower follower, Object value) {
        Locale language = follower.language();
        if (value instanceof LocalDate day) {
            return dates.date(day, language);
        }
        if (value instanceof Instant instant) {
            return dates.dateTime(instant, language);
        }
        return value instanceof MessageSourceResolvable text ? messages.getMessage(text, language) : value;
    }

    /** A link of their own: for an author the one that follows their own proposal, merged or not. */
    URI tracking(Follower follower) {
        return Objects.requireNonNull(tracking(List.of(follower)).get(follower));
    }

    private Map<Follower, URI> tracking(List<Follower> told) {
        Instant until = clock.instant().plus(settings.followFor());
        Map<String, String> authors = new LinkedHashMap<>();
        Map<String, String> supporters = new LinkedHashMap<>();
        for (Follower follower : told) {
            (follower.supporterId() == null ? authors : supporters)
                    .put(subject(follower), follower.about().toString());
        }
        Map<String, String> following = links.issueEach(Link.Purpose.FOLLOW_PROPOSAL, authors, until);
        Map<String, String> supporting = links.issueEach(Link.Purpose.FOLLOW_SUPPORT, supporters, until);
        Map<Follower, URI> found = new HashMap<>();
        for (Follower follower : told) {
            String path = follower.supporterId() == null
                    ? "/priekslikums/" + following.get(subject(follower))
                    : "/priekslikums/atbalsts/" + supporting.get(subject(follower));
            found.put(follower, URI.create(address.of(path)));
        }
        return found;
    }

    private static String subject(Follower follower) {
        return Objects.requireNonNullElse(follower.supporterId(), follower.proposalId())
                .toString();
    }

    /** Letters to supporters stand in trails of their own; the proposal's tells how many there were. */
    private void record(Proposal proposal, List<Follower> told) {
        long others = told.stream()
                .filter(follower -> follower.role() != Follower.Role.AUTHOR)
                .count();
        if (others > 0) {
            trail.record(proposal.key(), "proposal.supportersTold", Map.of("supporters", others));
        }
    }
}
