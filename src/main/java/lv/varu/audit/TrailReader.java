package lv.varu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries and makes them readable. */
@Component
class TrailReader {
    private static final String SELECT = """
            select e.id, e.chain, e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.details, e.hash,
                   e.personal_digest is not null and p.entry_id is null as erased, p.data as personal
            from audit_entry e left join audit_personal p on p.entry_id = e.id
            """;

    /** Letters of one kind that one actor sent on one day are alike; where there are few of them, each has its row. */
    private static final String ROWS = """
            select max(seq) as newest, count(*) as entries, min(at) as since, count(*) over () as total,
                   (select last_seq from audit_chain where chain = :chain) - max(seq) as later
            from (select seq, at, case when count(*) over (partition by alike) < :few then seq::text else alike end as row
                  from (select seq, at, case when action like 'mail.%'
                                        then concat_ws(' ', action, details::json ->> 'template', actor_id,
                                                       (at at time zone 'Europe/Riga')::date)
                                        else seq::text end as alike
                        from audit_entry where chain = :chain) entry) entry
            group by row order by newest desc limit :size offset :offset""";

    private static final int FEW = 4;

    private final JdbcClient jdbc;
    private final ObjectProvider<ActorNames> names;

    TrailReader(JdbcClient jdbc, ObjectProvider<ActorNames> names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    Page<TrailEntry> of(CaseKey chain, Pageable pageable) {
        // The chain knows its length, so nothing is counted.
        long total = jdbc.sql("select last_seq from audit_chain where chain = ?")
                .param(chain.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
        long newest = total - (pageable.isPaged() ? pageable.getOffset() : 0);
        long oldest = pageable.isPaged() ? newest - pageable.getPageSize() : 0;
        var rows = jdbc.sql(
                        SELECT + "where e.chain = :chain and e.seq <= :newest and e.seq > :oldest order by e.seq desc")
                .param("chain", chain.toString())
                .param("newest", newest)
                .param("oldest", oldest)
                .query(TrailReader::row)
                .list();
        return new PageImpl<>(named(rows), pageable, total);
    }

    Page<TrailRow> rows(CaseKey chain, Pageable pageable) {
        var rows = jdbc.sql(ROWS)
                .param("few", FEW)
                .param("chain", chain.toString())
                .param("size", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(Alike.class)
                .list();
        var newest = entries(chain, rows.stream().map(Alike::newest).toList());
        return new PageImpl<>(
                rows.stream().map(row -> row.of(newest)).toList(), pageable, rows.isEmpty() ? 0 : rows.get(0).total);
    }

    private Map<Long, TrailEntry> entries(CaseKey chain, List<Long> sequences) {
        if (sequences.isEmpty()) {
            return Map.of();
        }
        var found = jdbc.sql(SELECT + "where e.chain = :chain and e.seq in (:sequences)")
                .param("chain", chain.toString())
                .param("sequences", sequences)
                .query(TrailReader::row)
                .list();
        return named(found).stream().collect(Collectors.toMap(TrailEntry::sequence, entry -> entry));
    }

    /** One page of all cases together, newest first; a row more than the page says that there is a next one. */
    List<TrailEntry> search(TrailSearch search) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        search.conditions(where, values);
        var order = search.backwards() ? "asc" : "desc";
        var sql = SELECT + (where.isEmpty() ? "" : "where " + String.join(" and ", where)) + " order by e.id " + order
                + " limit " + (TrailSearch.PAGE + 1);
        return named(jdbc.sql(sql).params(values).query(TrailReader::row).list());
    }

    /** @param email in lower case */
    List<Trail.Naming> naming(String email) {
        return jdbc.sql("""
                        select e.id, e.chain, e.at, e.action, p.data
                        from audit_personal p join audit_entry e on e.id = p.entry_id
                        where position(:email in lower(p.data)) > 0 order by e.id desc""")
                .param("email", quoted(email))
                .query((row, number) -> new Trail.Naming(
                        row.getLong("id"),
                        CaseKey.parse(row.getString("chain")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("action"),
                        Objects.toString(
                                CanonicalJson.read(row.getString("data")).get(PendingEntry.PersonalKey.ADDRESS), null)))
                .list();
    }

    /** As it stands in the canonical JSON, so that nobody is found by the end of a longer address. */
    static String quoted(String email) {
        return '"' + email + '"';
    }

    /** The kinds of cases that have a trail, found by jumping from one to the next. */
    List<String> kinds() {
        return jdbc.sql("""
                with recursive kinds(kind) as (
                    (select kind from audit_entry order by kind limit 1)
                    union all
                    select (select e.kind from audit_entry e where e.kind > k.kind order by e.kind limit 1)
                    from kinds k where k.kind is not null)
                select kind from kinds where kind is not null""").query(String.class).list();
    }

    private List<TrailEntry> named(List<Row> rows) {
        var actors = rows.stream().map(Row::actor).collect(Collectors.toSet());
        var found = new HashMap<Actor, String>();
        names.orderedStream().forEach(source -> found.putAll(source.namesOf(actors)));
        return rows.stream().map(row -> row.entry(found.get(row.actor()))).toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                CaseKey.parse(row.getString("chain")),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                row.getString("action"),
                CanonicalJson.read(row.getString("details")),
                row.getString("personal") == null ? Map.of() : CanonicalJson.read(row.getString("personal")),
                row.getBoolean("erased"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private record Alike(long newest, long entries, Instant since, long total, long later) {
        TrailRow of(Map<Long, TrailEntry> found) {
            return new TrailRow(Objects.requireNonNull(found.get(newest)), entries, since, later);
        }
    }

    private record Row(
            long id,
            CaseKey chain,
            long sequence,
            Instant at,
            Actor actor,
            String action,
            Map<String, Object> details,
            Map<String, Object> personal,
            boolean erased,
            String hash) {

        TrailEntry entry(@Nullable String actorName) {
            var facts = new TreeMap<String, String>();
            var changes = new ArrayList<TrailEntry.Change>();
            for (var part : List.of(details, personal)) {
                part.forEach((field, value) -> facts.put(field, text(value)));
                changes.addAll(changes(part));
            }
            facts.keySet().removeAll(List.of(Trail.BEFORE, Trail.AFTER));
            var address = facts.remove(PendingEntry.PersonalKey.ADDRESS);
            var userAgent = facts.remove(PendingEntry.PersonalKey.USER_AGENT);
            return new TrailEntry(
                    id, chain, sequence, at, actor, actorName, action, facts, changes, address, userAgent, erased,
                    hash);
        }

        private static List<TrailEntry.Change> changes(Map<String, Object> part) {
            if (part.get(Trail.BEFORE) instanceof Map<?, ?> before
                    && part.get(Trail.AFTER) instanceof Map<?, ?> after) {
                return after.keySet().stream()
                        .map(field -> new TrailEntry.Change(
                                field.toString(), text(before.get(field)), text(after.get(field))))
                        .toList();
            }
            return List.of();
        }

        private static String text(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(Row::text).collect(Collectors.joining(", "));
            }
            return value == null ? "" : value.toString();
        }
    }
}
