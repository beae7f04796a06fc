package lv.varu.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds by stems of words. Beyond the newest {@value #MOST} of each kind a search is too wide to be read anyway. */
@Repository
class SearchIndex {
    static final int MOST = 500;
    private static final long INDEXING_LOCK = 0x5ea2c4L;
    // What many texts say is found among so many of the newest ones, without asking the index of words for all of them.
    private static final int WALKED = 5_000;
    private static final String ASKED = """
            from (select subject, since, words from portal_found
                  where kind = :kind and words @@ to_tsquery('simple', :stems)%s
                  order by since desc, subject limit :most) newest
            """;
    private static final String NEWEST = """
            from (select subject, since, words
                  from (select * from portal_found where kind = :kind order by since desc, subject limit :walked) walked
                  where words @@ to_tsquery('simple', :stems)%s
                  order by since desc, subject limit :most) newest
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    SearchIndex(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Titles first, then whatever says it most often. */
    Page<UUID> search(FoundKind kind, String stems, SearchQuery query, Pageable page) {
        var values = values(kind, stems, query);
        boolean wide = count(NEWEST, values, query) == MOST;
        String from = wide ? NEWEST : ASKED;
        var ids = jdbc.sql("select subject " + from.formatted(narrowing(query))
                        + " order by ts_rank(words, to_tsquery('simple', :stems)) desc, since desc, subject"
                        + " limit :limit offset :offset")
                .params(values)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(UUID.class)
                .list();
        return PageableExecutionUtils.getPage(ids, page, () -> wide ? MOST : count(ASKED, values, query));
    }

    private long count(String from, Map<String, Object> values, SearchQuery query) {
        return jdbc.sql("select count(*) " + from.formatted(narrowing(query)))
                .params(values)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> values(FoundKind kind, String stems, SearchQuery query) {
        var values = new HashMap<String, Object>();
        values.put("kind", kind.name());
        values.put("stems", stems);
        values.put("most", MOST);
        values.put("walked", WALKED);
        put(values, "place", query.place());
        put(values, "topic", query.topic() == null ? null : query.topic().name());
        put(values, "outcome", query.outcome() == null ? null : query.outcome().name());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static String narrowing(SearchQuery query) {
        return (query.place() == null ? "" : " and :place = any (places)")
                + (query.topic() == null ? "" : " and :topic = any (topics)")
                + (query.outcome() == null ? "" : " and outcome = :outcome");
    }

    /** Public documents that concern a place, the newest first. */
    Page<UUID> consultationsOf(String place, Pageable page) {
        String concerning = " from portal_found where kind = 'CONSULTATION' and :place = any (places)";
        var ids = jdbc.sql("select subject" + concerning + " order by since desc, subject limit :limit offset :offset")
                .param("place", place)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(UUID.class)
                .list();
        return PageableExecutionUtils.getPage(
                ids,
                page,
                () -> jdbc.sql("select count(*)" + concerning)
                        .param("place", place)
                        .query(Long.class)
                        .single());
    }

    /** The oldest changes; another node that is at it leaves nothing to do. */
    Map<FoundKind, Set<UUID>> takeChanges(int limit) {
        var taken = new EnumMap<FoundKind, Set<UUID>>(FoundKind.class);
        if (!jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(INDEXING_LOCK)
                .query(Boolean.class)
                .single()) {
            return taken;
        }
        jdbc.sql("""
                delete from portal_changed where number in (select number from portal_changed order by number limit ?)
                returning kind, subject""").param(limit).query(row -> {
            taken.computeIfAbsent(FoundKind.valueOf(row.getString("kind")), kind -> new LinkedHashSet<>())
                    .add(row.getObject("subject", UUID.class));
        });
        return taken;
    }

    void remove(Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.sql("delete from portal_found where subject in (:ids)")
                    .param("ids", List.copyOf(subjects))
                    .update();
        }
    }

    void put(Collection<Entry> entries) {
        var rows = new ArrayList<MapSqlParameterSource>();
        entries.forEach(entry -> rows.add(new MapSqlParameterSource()
                .addValue("subject", entry.subject())
                .addValue("kind", entry.kind().name())
                .addValue("consultation", entry.consultation())
                .addValue("places", String.join(",", entry.places()))
                .addValue("topics", entry.topics().stream().map(Enum::name).collect(Collectors.joining(",")))
                .addValue("outcome", entry.outcome())
                .addValue("since", entry.since().atOffset(ZoneOffset.UTC))
                .addValue("title", entry.title())
                .addValue("text", entry.text())));
        batch.batchUpdate("""
                insert into portal_found (subject, kind, consultation_id, places, topics, outcome, since, words)
                values (:subject, :kind, :consultation, string_to_array(:places, ','), string_to_array(:topics, ','),
                        :outcome, :since, setweight(to_tsvector('simple', :title), 'A')
                                          || setweight(to_tsvector('simple', :text), 'C'))
                on conflict (subject) do update set places = excluded.places, topics = excluded.topics,
                    outcome = excluded.outcome, since = excluded.since, words = excluded.words""", rows.toArray(MapSqlParameterSource[]::new));
    }

    /**
     * @param title stems of the title
     * @param text stems of everything else
     */
    record Entry(
            UUID subject,
            FoundKind kind,
            UUID consultation,
            Collection<String> places,
            Collection<? extends Enum<?>> topics,
            @Nullable String outcome,
            Instant since,
            String title,
            String text) {}
}
