package lv.varu.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.finding.FoundWords;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads proposals for lists and pages, one statement each. */
@Repository
public class ProposalRows {
    /** So many, the newest ones, a search by words shows. */
    static final int MOST_FOUND = 2_000;

    private static final String SELECT = """
            select p.id, p.receipt, p.number, p.call_id, p.title, p.text, p.topic, p.municipality, p.place, p.asset,
                p.status, p.submitted_at, p.confirm_by, p.registered_at, p.screened_at, p.decline_reason,
                p.left_out_reason, p.forwarded_at, p.contact_id, p.due_on, p.late_since, p.answered_at, p.outcome,
                p.route, p.rationale, p.published_at, p.expired_at, p.clarification_asked_at, p.withdrawn_at, p.withdrawal,
                case when p.own_answer then p.partnership end as ourselves, p.next_on, p.supporters,
                p.merged_into, p.split_from, p.part, p.set_aside_at, s.name, s.organisation, s.publish_name,
                p.public_title, p.public_text, p.public_rationale
            from proposal p left join proposal_submitter s on s.proposal_id = coalesce(p.split_from, p.id)
            """;
    // Written out, so that the planner sees that the partial index answers.
    private static final String PUBLIC =
            " and p.status in ('SCREENED', 'FORWARDED', 'ANSWERING', 'ANSWERED', 'PUBLISHED') and p.set_aside_at is null";
    // Left out of a position that was delivered, or answered; what was split or merged is published as a whole.
    private static final String READY = "(p.status = 'ANSWERED' or p.status = 'SCREENED' and p.left_out_reason is not"
            + " null) and p.set_aside_at is null";
    private static final String OWED =
            "(status in ('FORWARDED', 'ANSWERING') or status = 'SCREENED' and left_out_reason is null)";
    // Nobody pages further; the texts say that there may be more (web.pageOf).
    private static final int MOST_COUNTED = 10_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final JdbcClient jdbc;
    private final ProposalCounts counts;

    ProposalRows(JdbcClient jdbc, ProposalCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** For whoever registers a proposal; never given twice. */
    public long nextNumber() {
        return jdbc.sql("select nextval('proposal_number')").query(Long.class).single();
    }

    public Optional<ProposalView> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?").param(id).query(View.STAFF).optional();
    }

    public List<ProposalView> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where p.id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(View.STAFF)
                        .list();
    }

    /** What anyone will read of it, for staff before it is public. */
    ProposalView copyFor(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(View.COPY)
                .optional()
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    /** For somebody who was asked to support it: whatever its author and the public may know, but no more. */
    public ProposalView forSupporter(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(View.SUPPORTER)
                .optional()
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    /** As anyone may read them, those alone that anyone may read. */
    List<ProposalView> findPublic(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where p.id = any(:ids)" + PUBLIC)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(View.PUBLIC)
                        .list();
    }

    public ProposalView forAuthor(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(View.AUTHOR)
                .optional()
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    Optional<ProposalView> findByReceipt(String receipt) {
        return jdbc.sql(SELECT + "where p.receipt = ?")
                .param(receipt)
                .query(View.PUBLIC)
                .optional();
    }

    List<ProposalView> of(UUID callId, Collection<ProposalStatus> statuses) {
        return jdbc.sql(SELECT
                        + "where p.call_id = :call and p.status = any(:statuses) order by p.number, p.submitted_at")
                .param("call", callId)
                .param("statuses", names(statuses))
                .query(View.STAFF)
                .list();
    }

    long count(UUID callId, Collection<ProposalStatus> statuses) {
        return jdbc.sql("select count(*) from proposal where call_id = :call and status = any(:statuses)")
                .param("call", callId)
                .param("statuses", names(statuses))
                .query(Long.class)
                .single();
    }

    List<UUID> idsInPosition(UUID callId, int limit) {
        return jdbc.sql("select id from proposal where call_id = ? and status = 'SCREENED' and left_out_reason is null"
                        + " order by number limit ?")
                .param(callId)
                .param(limit)
                .query(UUID.class)
                .list();
    }

    List<UUID> idsToPublish(UUID callId, int limit) {
        return jdbc.sql("select p.id from proposal p where p.call_id = ? and " + READY + " order by p.number limit ?")
                .param(callId)
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** Those of them that others were merged into. */
    public Set<UUID> speakingForOthers(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select distinct merged_into from proposal where merged_into = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Whether its author has sent a better version. */
    public boolean isImproved(UUID id) {
        return jdbc.sql("select exists (select from proposal where improves_id = ? and status <> 'EXPIRED')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** What is not at its end yet, confirmed or not. */
    List<UUID> idsToClose(UUID callId, int limit) {
        return jdbc.sql(
                        "select id from proposal where call_id = ? and status in ('UNCONFIRMED', 'RECEIVED',"
                                + " 'CLARIFYING', 'SCREENED', 'SPLIT', 'FORWARDED', 'ANSWERING', 'ANSWERED') order by number limit ?")
                .param(callId)
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** Screened ones wait for the end of the window. */
    void closingMoved(UUID callId, LocalDate closesOn) {
        jdbc.sql("update proposal set next_on = :closesOn, version = version + 1"
                        + " where call_id = :call and status = 'SCREENED' and next_on is not null")
                .param("call", callId)
                .param("closesOn", closesOn)
                .update();
    }

    Set<UUID> answerers(UUID callId) {
        return jdbc.sql("select distinct contact_id from proposal"
                        + " where call_id = ? and status = 'FORWARDED' and contact_id is not null")
                .param(callId)
                .query(UUID.class)
                .set();
    }

    /** Whether nothing waits for its confirmation or for screening. */
    public boolean isScreened(UUID callId) {
        return jdbc.sql("select not exists (select from proposal where call_id = ? and status in"
                        + " ('UNCONFIRMED', 'RECEIVED', 'CLARIFYING'))")
                .param(callId)
                .query(Boolean.class)
                .single();
    }

    boolean isAnswered(UUID callId) {
        return jdbc.sql("select not exists (select from proposal where call_id = ? and " + OWED + ")")
                .param(callId)
                .query(Boolean.class)
                .single();
    }

    long unanswered(UUID callId) {
        return jdbc.sql("select count(*) from proposal where call_id = ? and " + OWED)
                .param(callId)
                .query(Long.class)
                .single();
    }

    /** What waits for one answerer: a contact, wherever, or the partnership itself for one consultation. */
    public List<ProposalView> waiting(@Nullable UUID contact, UUID callId) {
        return contact == null
                ? jdbc.sql(SELECT + "where p.status = 'FORWARDED' and p.call_id = ? and p.contact_id is null"
                                + " order by p.due_on, p.number")
                        .param(callId)
                        .query(View.STAFF)
                        .list()
                : jdbc.sql(SELECT + "where p.status = 'FORWARDED' and p.contact_id = ? order by p.due_on, p.number")
                        .param(contact)
                        .query(View.STAFF)
                        .list();
    }

    /** What the answerer has sent for this consultation, and what was too late. */
    public List<ProposalView> answered(@Nullable UUID contact, UUID callId) {
        String who = contact == null ? "p.contact_id is null" : "p.contact_id = :contact";
        return jdbc.sql(SELECT
                        + "where p.call_id = :call and p.forwarded_at is not null and p.answered_at is not null and "
                        + who + " order by p.number")
                .param("call", callId)
                .param("contact", contact)
                .query(View.STAFF)
                .list();
    }

    Page<ProposalView> publicOf(UUID callId, ProposalFilter filter, Pageable pageable) {
        var narrowed = new Narrowed("where p.call_id = :call" + PUBLIC).with("call", callId);
        narrow(narrowed, filter, false);
        words(filter).ifPresent(typed -> narrowed.words(typed, FoundWords.askedByAnyone(typed, callId)));
        return page(
                narrowed,
                "p.registered_at desc, p.id",
                View.PUBLIC,
                pageable,
                () -> filter.equals(ProposalFilter.of(callId)) || filter.equals(ProposalFilter.ALL)
                        ? counts.tally(callId).published()
                        : count(narrowed));
    }

    List<ProposalView> publicAfter(UUID id, int limit) {
        return jdbc.sql(SELECT + "where p.id > ?" + PUBLIC + " order by p.id limit ?")
                .params(id, limit)
                .query(View.PUBLIC)
                .list();
    }

    List<ProposalView> readableAfter(UUID id, int limit) {
        return jdbc.sql(SELECT + "where p.id > :id and p.status = any(:statuses) order by p.id limit :limit")
                .param("id", id)
                .param("statuses", names(ProposalStatus.PUBLIC))
                .param("limit", limit)
                .query(View.PUBLIC)
                .list();
    }

    public Page<ProposalView> readyToPublish(UUID callId, Pageable pageable) {
        var narrowed = new Narrowed("where p.call_id = :call and " + READY).with("call", callId);
        return page(narrowed, "p.number, p.id", View.COPY, pageable);
    }

    public boolean isReadyToPublish(UUID callId, UUID id) {
        return jdbc.sql("select exists (select 1 from proposal p where p.id = ? and p.call_id = ? and " + READY + ")")
                .params(id, callId)
                .query(Boolean.class)
                .single();
    }

    Page<ProposalView> publiclyLate(String municipality, Pageable pageable) {
        var narrowed = new Narrowed("where p.municipality = :municipality and p.status = 'FORWARDED'"
                        + " and p.late_since is not null")
                .with("municipality", municipality);
        return page(narrowed, "p.due_on, p.id", View.PUBLIC, pageable);
    }

    List<ProposalView> latestAnswers(int count) {
        return jdbc.sql(
                        SELECT
                                + "where p.status = 'PUBLISHED' and p.outcome <> 'NO_REPLY' order by p.published_at desc, p.id limit ?")
                .param(count)
                .query(View.PUBLIC)
                .list();
    }

    List<UUID> ids(UUID callId) {
        return jdbc.sql("select id from proposal where call_id = ?")
                .param(callId)
                .query(UUID.class)
                .list();
    }

    public Page<ProposalView> list(@Nullable String partnership, ProposalFilter filter, Pageable pageable) {
        var narrowed = new Narrowed("where p.status not in ('UNCONFIRMED', 'EXPIRED')");
        narrowed.and("p.owners @> array[:partnership]::varchar[]", "partnership", partnership);
        narrowed.and("p.call_id = :call", "call", filter.callId());
        narrow(narrowed, filter, true);
        words(filter)
                .ifPresent(
                        typed -> narrowed.words(typed, FoundWords.askedByStaff(typed, filter.callId(), partnership)));
        return page(
                narrowed,
                "p.submitted_at desc, p.id",
                View.STAFF,
                pageable,
                () -> filter.isCounted() ? counts.of(partnership, filter) : count(narrowed));
    }

    private static void narrow(Narrowed narrowed, ProposalFilter filter, boolean staff) {
        narrowed.and("p.municipality = :municipality", "municipality", filter.municipality());
        narrowed.and("p.topic = :topic", "topic", name(filter.topic()));
        narrowed.and("p.status = :status", "status", name(filter.status()));
        narrowed.and(
                staff ? "p.outcome = :outcome" : "p.outcome = :outcome and p.status = 'PUBLISHED'",
                "outcome",
                name(filter.outcome()));
        narrowed.and(
                "exists (select from proposal w where w.id = coalesce(p.split_from, p.id) and w.refers_to = :section)",
                "section",
                filter.section());
        narrowed.and(
                "exists (select from proposal_theme_mark m where m.proposal_id = p.id and m.theme_id = :theme)",
                "theme",
                filter.theme());
        if (filter.late()) {
            narrowed.and("p.status = 'FORWARDED' and p.late_since is not null");
        }
    }

    /** Whether there may be more than a search by words shows. */
    static boolean isCutOff(ProposalFilter filter, Page<?> found) {
        return words(filter).isPresent() && found.getTotalElements() >= MOST_FOUND;
    }

    private static Optional<String> words(ProposalFilter filter) {
        return Optional.ofNullable(filter.words()).map(String::strip).filter(words -> !words.isEmpty());
    }

    private Page<ProposalView> page(Narrowed narrowed, String order, RowMapper<ProposalView> view, Pageable pageable) {
        return page(narrowed, order, view, pageable, () -> count(narrowed));
    }

    private Page<ProposalView> page(
            Narrowed narrowed, String order, RowMapper<ProposalView> view, Pageable pageable, LongSupplier all) {
        return narrowed.finding == null
                ? read(narrowed, order, view, pageable, all)
                : found(narrowed, order, view, pageable);
    }

    private Page<ProposalView> found(Narrowed narrowed, String order, RowMapper<ProposalView> view, Pageable pageable) {
        var ids = jdbc.sql(narrowed.found())
                .params(narrowed.parameters)
                .param("most", MOST_FOUND)
                .query(UUID.class)
                .list();
        int shown = Math.min(ids.size(), MOST_FOUND);
        if (pageable.getOffset() >= shown) {
            return new PageImpl<>(List.of(), pageable, shown);
        }
        if (shown < MOST_FOUND) {
            narrowed.and("p.id = any(:ids)", "ids", ids.toArray(UUID[]::new));
        } else {
            narrowed.alongTheOrder();
        }
        return read(narrowed, order, view, pageable, () -> shown);
    }

    private Page<ProposalView> read(
            Narrowed narrowed, String order, RowMapper<ProposalView> view, Pageable pageable, LongSupplier all) {
        var rows = jdbc.sql(SELECT + narrowed.sql + " order by " + order + " limit :limit offset :offset")
                .params(narrowed.parameters)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(view)
                .list();
        // A page that is not full tells the total by itself.
        boolean last = rows.size() < pageable.getPageSize() && (pageable.getOffset() == 0 || !rows.isEmpty());
        long total = last ? pageable.getOffset() + rows.size() : all.getAsLong();
        return new PageImpl<>(rows, pageable, total);
    }

    private long count(Narrowed narrowed) {
        return jdbc.sql("select count(*) from (select from proposal p " + narrowed.sql + " limit :most) counted")
                .params(narrowed.parameters)
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
    }

    /** Those that it speaks for, by number. */
    public List<ProposalView> mergedInto(UUID id, boolean publicly) {
        return jdbc.sql(SELECT + "where p.merged_into = ? and p.split_from is null order by p.number")
                .param(id)
                .query(publicly ? View.PUBLIC : View.STAFF)
                .list();
    }

    /** Its parts in their order. */
    public List<ProposalView> partsOf(UUID id, boolean publicly) {
        return jdbc.sql(SELECT + "where p.split_from = ? and p.part is not null order by p.part")
                .param(id)
                .query(publicly ? View.PUBLIC : View.STAFF)
                .list();
    }

    /** By number, of one consultation. */
    public Optional<ProposalView> findByNumber(UUID callId, long number) {
        return jdbc.sql(SELECT + "where p.call_id = ? and p.number = ?")
                .params(callId, number)
                .query(View.STAFF)
                .optional();
    }

    /** Whether the position with proposals of the consultation has gone to the municipalities. */
    public boolean positionDelivered(UUID callId) {
        return jdbc.sql("select exists (select from proposal where call_id = ?"
                        + " and (forwarded_at is not null or left_out_reason is not null))")
                .param(callId)
                .query(Boolean.class)
                .single();
    }

    /** The consultation to which it was sent. */
    public UUID callOf(UUID id) {
        return jdbc.sql("select call_id from proposal where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    /** Keeps a proposal as it is until the transaction ends. */
    public void hold(UUID id) {
        jdbc.sql("select id from proposal where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    /** The consultations that have proposals, found by jumping along the index. */
    List<UUID> callIds() {
        return jdbc.sql("""
                        with recursive known as (
                            (select call_id from proposal order by call_id limit 1)
                            union all
                            select (select p.call_id from proposal p where p.call_id > known.call_id
                                    order by p.call_id limit 1)
                            from known where known.call_id is not null)
                        select call_id from known where call_id is not null
                        """).query(UUID.class).list();
    }

    /** Others of the same consultation about the same place or topic in the same municipality. */
    public List<ProposalView> alike(Proposal proposal, int limit) {
        return jdbc.sql(SELECT + """
                        where p.call_id = :call and p.municipality = :municipality and p.id <> :id
                            and (p.topic = :topic or p.place = :place)
                            and p.status not in ('UNCONFIRMED', 'EXPIRED')
                        order by (p.place = :place) desc nulls last, (p.topic = :topic) desc, p.number desc limit :limit
                        """)
                .param("call", proposal.callId())
                .param("municipality", proposal.municipality())
                .param("id", proposal.id())
                .param("topic", proposal.topic().name())
                .param("place", proposal.place(), java.sql.Types.VARCHAR)
                .param("limit", limit)
                .query(View.STAFF)
                .list();
    }

    /** Different people and organisations whose proposals were confirmed. */
    long submitters(UUID callId) {
        return jdbc.sql("""
                        select count(distinct coalesce(lower(s.email), lower(s.organisation), lower(s.name)))
                        from proposal p join proposal_submitter s on s.proposal_id = p.id
                        where p.call_id = ? and p.status not in ('UNCONFIRMED', 'EXPIRED')
                        """).param(callId).query(Long.class).single();
    }

    Map<Topic, Long> topics(UUID callId) {
        Map<Topic, Long> counts = new EnumMap<>(Topic.class);
        jdbc.sql("select topic, count(*) as n from proposal where call_id = ?"
                        + " and status not in ('UNCONFIRMED', 'EXPIRED') and split_from is null group by topic")
                .param(callId)
                .query(row -> {
                    counts.put(Topic.valueOf(row.getString("topic")), row.getLong("n"));
                });
        return counts;
    }

    List<LateView> late(Collection<UUID> callIds, @Nullable String partnership, LocalDate today, int most) {
        var narrowed = new Narrowed("where p.call_id = c.id and p.status = 'FORWARDED' and p.due_on < :today");
        narrowed.and("p.owners @> array[:partnership]::varchar[]", "partnership", partnership);
        return jdbc.sql(
                        "select p.* from unnest(:calls::uuid[]) c(id) cross join lateral (select p.id, p.call_id, p.number,"
                                + " p.title, p.municipality, p.contact_id, p.due_on from proposal p " + narrowed.sql
                                + " order by p.due_on, p.id limit :most) p order by p.due_on, p.id")
                .params(narrowed.parameters)
                .param("calls", callIds.toArray(UUID[]::new))
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new LateView(
                        row.getObject("id", UUID.class),
                        row.getObject("call_id", UUID.class),
                        row.getObject("number", Long.class),
                        row.getString("title"),
                        row.getString("municipality"),
                        row.getObject("contact_id", UUID.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Conditions and their values, as far as something was asked for. */
    private static final class Narrowed {
        private final Map<String, Object> parameters = new HashMap<>();
        private String sql;
        private @Nullable Finding finding;

        Narrowed(String sql) {
            this.sql = sql;
        }

        Narrowed with(String name, Object value) {
            parameters.put(name, value);
            return this;
        }

        void and(String condition) {
            sql += " and " + condition;
        }

        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                and(condition);
                parameters.put(name, value);
            }
        }

        /** @param said what the index is asked; nothing when the words are no words */
        void words(String typed, Optional<String> said) {
            String exact = "p.receipt = :receipt";
            parameters.put("receipt", typed.toUpperCase(Locale.ROOT));
            if (NUMBER.matcher(typed).matches()) {
                exact += " or p.number = :number";
                parameters.put("number", Long.valueOf(typed));
            }
            said.ifPresent(stems -> parameters.put("stems", stems));
            finding = new Finding(exact, said.isPresent());
        }

        /** Those that the words find, but no more than these. */
        String found() {
            Finding asked = Objects.requireNonNull(finding);
            String exactly = "select p.id from proposal p " + sql + " and (" + asked.exact + ")";
            return asked.byIndex
                    ? exactly + " union (select p.id from proposal_found f join proposal p on p.id = f.proposal_id "
                            + sql + " and f.words @@ cast(:stems as tsquery) limit :most)"
                    : exactly;
        }

        /** One by one along the order of the list, as far as the page needs: what is found everywhere is found soon. */
        void alongTheOrder() {
            and("(" + Objects.requireNonNull(finding).exact
                    + " or (select ts_match_vq(f.words, cast(:stems as tsquery))"
                    + " from proposal_found f where f.proposal_id = p.id))");
        }

        /** @param byIndex whether there are words to ask the index for */
        private record Finding(String exact, boolean byIndex) {}
    }

    /** For whom a row is read. */
    private enum View implements RowMapper<ProposalView> {
        STAFF,
        AUTHOR,
        /** As {@link #PUBLIC}, however early. */
        COPY,
        /** As {@link #PUBLIC}, but an early text too, for its author showed it, and why it does not go on. */
        SUPPORTER,
        PUBLIC;

        @Override
        public ProposalView mapRow(ResultSet row, int number) throws SQLException {
            var status = ProposalStatus.valueOf(row.getString("status"));
            // What a municipality answered is reviewed before anybody else reads it.
            boolean answer = this == STAFF || this == COPY || status == ProposalStatus.PUBLISHED;
            // A text that nobody has looked at yet is shown to its author alone.
            boolean text = this != PUBLIC || status.isPublic();
            return new ProposalView(
                    row.getObject("id", UUID.class),
                    row.getString("receipt"),
                    row.getObject("number", Long.class),
                    row.getObject("call_id", UUID.class),
                    text ? said(row, "title") : "",
                    text ? said(row, "text") : "",
                    Topic.valueOf(row.getString("topic")),
                    row.getString("municipality"),
                    row.getString("place"),
                    constant(row.getString("asset"), Asset::valueOf),
                    status,
                    submitter(row),
                    requiredInstant(row, "submitted_at"),
                    instant(row, "registered_at"),
                    instant(row, "screened_at"),
                    this == PUBLIC ? null : row.getString("decline_reason"),
                    answer ? row.getString("left_out_reason") : null,
                    instant(row, "forwarded_at"),
                    row.getObject("contact_id", UUID.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("late_since", LocalDate.class),
                    instant(row, "answered_at"),
                    answer ? constant(row.getString("outcome"), Outcome::valueOf) : null,
                    answer ? constant(row.getString("route"), OutcomeRoute::valueOf) : null,
                    answer ? said(row, "rationale") : null,
                    instant(row, "published_at"),
                    constant(row.getString("withdrawal"), Withdrawal::valueOf),
                    row.getInt("supporters"),
                    row.getString("ourselves"),
                    instant(row, "set_aside_at"),
                    row.getObject("merged_into", UUID.class),
                    row.getObject("split_from", UUID.class),
                    row.getObject("part", Integer.class),
                    Turn.in(status),
                    since(row, status),
                    nextOn(row, status));
        }

        private boolean isOfOthers() {
            return this != STAFF && this != AUTHOR;
        }

        /** The public reads what staff left of it. */
        private String said(ResultSet row, String column) throws SQLException {
            String left = isOfOthers() ? row.getString("public_" + column) : null;
            return left == null ? row.getString(column) : left;
        }

        private @Nullable String submitter(ResultSet row) throws SQLException {
            if (isOfOthers() && !row.getBoolean("publish_name")) {
                return null;
            }
            String organisation = row.getString("organisation");
            return organisation == null ? row.getString("name") : organisation;
        }

        private static Instant since(ResultSet row, ProposalStatus status) throws SQLException {
            Instant since = instant(
                    row,
                    switch (status) {
                        case UNCONFIRMED -> "submitted_at";
                        case RECEIVED -> "registered_at";
                        case CLARIFYING -> "clarification_asked_at";
                        case SCREENED, DECLINED -> "screened_at";
                        case MERGED, SPLIT -> "set_aside_at";
                        case FORWARDED, ANSWERING -> "forwarded_at";
                        case ANSWERED -> "answered_at";
                        case PUBLISHED -> "published_at";
                        case WITHDRAWN -> "withdrawn_at";
                        case EXPIRED -> "expired_at";
                    });
            return since == null ? requiredInstant(row, "submitted_at") : since;
        }

        private static @Nullable LocalDate nextOn(ResultSet row, ProposalStatus status) throws SQLException {
            Instant confirmBy = instant(row, "confirm_by");
            return status == ProposalStatus.UNCONFIRMED && confirmBy != null
                    ? Riga.dayOf(confirmBy)
                    : row.getObject("next_on", LocalDate.class);
        }

        private static Instant requiredInstant(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        private static <T> @Nullable T constant(@Nullable String name, Function<String, T> valueOf) {
            return name == null ? null : valueOf.apply(name);
        }
    }
}
