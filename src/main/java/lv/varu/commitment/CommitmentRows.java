package lv.varu.commitment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.language.LatvianStems;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads promises for lists, one statement each. */
@Repository
class CommitmentRows {
    private static final String SELECT = "select id, proposal_id, call_id, municipality, state, title, promise, amount,"
            + " year, budget_line, council_on, link, contact_id, next_on, report_by, news_at, begun_at from commitment ";
    // Written out, so that the planner sees that the partial index answers.
    private static final String PUBLIC = "state in ('NOT_STARTED', 'UNDER_WAY', 'DONE', 'GIVEN_UP')";

    private final JdbcClient jdbc;

    CommitmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What staff of the partnership see, the newest first; everything when no partnership is given. */
    Page<Row> list(@Nullable String partnership, Filter filter, LocalDate today, Pageable page) {
        Narrowed narrowed = new Narrowed(filter, today);
        narrowed.and("owners @> array[:partnership]::varchar[]", "partnership", partnership);
        return page(narrowed, filter.late() ? "report_by, id" : "begun_at desc, id", page);
    }

    /** What waits to be recorded, of one consultation or of all, what was answered first on top. */
    Page<Row> recording(@Nullable String partnership, @Nullable UUID callId, Pageable page) {
        Narrowed narrowed = new Narrowed(Filter.ALL, LocalDate.MIN);
        narrowed.conditions.add("state = 'RECORDING'");
        narrowed.and("owners @> array[:partnership]::varchar[]", "partnership", partnership);
        narrowed.and("call_id = :call", "call", callId);
        return page(narrowed, "begun_at, id", page);
    }

    /** What anyone may read, the latest news first. */
    Page<Row> publicOf(Filter filter, LocalDate today, Pageable page) {
        Narrowed narrowed = new Narrowed(filter, today);
        narrowed.conditions.add(PUBLIC);
        return page(narrowed, "news_at desc, id", page);
    }

    /** Every public state has its sum, whatever state the filter asks for. */
    Map<CommitmentState, Sum> sums(Filter filter, LocalDate today) {
        Narrowed narrowed = new Narrowed(filter.inAnyState(), today);
        narrowed.conditions.add(PUBLIC);
        Map<CommitmentState, Sum> sums = new EnumMap<>(CommitmentState.class);
        CommitmentState.PUBLIC.forEach(state -> sums.put(state, Sum.NONE));
        jdbc.sql("select state, count(*) as n, coalesce(sum(amount), 0) as amount from commitment " + narrowed.where()
                        + " group by state")
                .params(narrowed.parameters)
                .query(row -> {
                    sums.put(
                            CommitmentState.valueOf(row.getString("state")),
                            new Sum(row.getLong("n"), row.getBigDecimal("amount")));
                });
        return sums;
    }

    /** How many promises wait for news past their time. */
    long late(@Nullable String partnership, LocalDate today) {
        Narrowed narrowed = new Narrowed(Filter.LATE, today);
        narrowed.and("owners @> array[:partnership]::varchar[]", "partnership", partnership);
        return count(narrowed);
    }

    List<Integer> years() {
        return jdbc.sql("select distinct year from commitment where year is not null and " + PUBLIC
                        + " order by year desc")
                .query(Integer.class)
                .list();
    }

    /** Everything that the holder of a link can tell news of, what was asked first on top. */
    List<Row> followed(String partnership, @Nullable UUID contactId) {
        return jdbc.sql(SELECT + "where partnership = :partnership and contact_id is not distinct from :contact"
                        + " and concluded_at is null and " + PUBLIC + " order by next_on, id")
                .param("partnership", partnership)
                .param("contact", contactId, java.sql.Types.OTHER)
                .query(CommitmentRows::row)
                .list();
    }

    private Page<Row> page(Narrowed narrowed, String order, Pageable page) {
        List<Row> rows = jdbc.sql(SELECT + narrowed.where() + " order by " + order + " limit :limit offset :offset")
                .params(narrowed.parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(CommitmentRows::row)
                .list();
        return new PageImpl<>(rows, page, count(narrowed));
    }

    private long count(Narrowed narrowed) {
        return jdbc.sql("select count(*) from commitment " + narrowed.where())
                .params(narrowed.parameters)
                .query(Long.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime news = row.getObject("news_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("municipality"),
                CommitmentState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("promise"),
                row.getBigDecimal("amount"),
                row.getObject("year", Integer.class),
                row.getString("budget_line"),
                row.getObject("council_on", LocalDate.class),
                row.getString("link"),
                row.getObject("contact_id", UUID.class),
                row.getObject("next_on", LocalDate.class),
                row.getObject("report_by", LocalDate.class),
                news == null ? null : news.toInstant(),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    /** What a list is narrowed to. */
    record Filter(
            @Nullable String text,
            @Nullable String municipality,
            @Nullable Integer year,
            @Nullable CommitmentState state,
            boolean late) {
        static final Filter ALL = new Filter(null, null, null, null, false);
        static final Filter LATE = new Filter(null, null, null, null, true);

        Filter inAnyState() {
            return new Filter(text, municipality, year, null, late);
        }

        public boolean isNarrow() {
            return !equals(ALL);
        }
    }

    record Sum(long count, BigDecimal amount) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);
    }

    private static final class Narrowed {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Narrowed(Filter filter, LocalDate today) {
            and(
                    "words @@ to_tsquery('simple', :words)",
                    "words",
                    LatvianStems.query(filter.text()).orElse(null));
            and("municipality = :municipality", "municipality", filter.municipality());
            and("year = :year", "year", filter.year());
            and("state = :state", "state", Objects.toString(filter.state(), null));
            if (filter.late()) {
                and("concluded_at is null and report_by < :today", "today", today);
            }
        }

        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String where() {
            return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        }
    }

    /** A promise as lists read it. */
    record Row(
            UUID id,
            UUID proposalId,
            UUID callId,
            String municipality,
            CommitmentState state,
            String title,
            @Nullable String promise,
            @Nullable BigDecimal amount,
            @Nullable Integer year,
            @Nullable String budgetLine,
            @Nullable LocalDate councilOn,
            @Nullable String link,
            @Nullable UUID contactId,
            @Nullable LocalDate nextOn,
            @Nullable LocalDate reportBy,
            @Nullable Instant newsAt,
            Instant begunAt) {}
}
