package lv.varu.consultation.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of invitations: of one consultation by organisation, and of one organisation by year. */
@Component
@Transactional(readOnly = true)
class InvitationRows {
    private static final String BY_NAME = " order by i.organisation_name collate \"lv-x-icu\", i.id";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Row> list(UUID consultation, @Nullable InvitationStatus status, @Nullable String words, Pageable page) {
        var values = new HashMap<String, Object>();
        var where = where(consultation, status, words, values);
        var rows = jdbc.sql(
                        "select i.* from consultation_invitation i" + where + BY_NAME + " limit :limit offset :offset")
                .params(values)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Row::of)
                .list();
        long total = jdbc.sql("select count(*) from consultation_invitation i" + where)
                .params(values)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    /** All of them, one by one. */
    void each(UUID consultation, @Nullable InvitationStatus status, @Nullable String words, Consumer<Row> consumer) {
        var values = new HashMap<String, Object>();
        var where = where(consultation, status, words, values);
        jdbc.sql("select i.* from consultation_invitation i" + where + BY_NAME)
                .params(values)
                .query(row -> {
                    consumer.accept(Row.of(row, 0));
                });
    }

    private static String where(
            UUID consultation, @Nullable InvitationStatus status, @Nullable String words, Map<String, Object> values) {
        values.put("consultation", consultation);
        var where = " where i.consultation_id = :consultation";
        if (status != null) {
            where += " and i.status = :status";
            values.put("status", status.name());
        }
        if (words != null && !words.isBlank()) {
            where += " and (i.organisation_name ilike :words or i.email ilike :words)";
            values.put("words", "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        return where;
    }

    /** What an organisation did with invitations of consultations that the partnership runs; none for all. */
    Page<Past> of(UUID organisation, @Nullable String partnership, Pageable page) {
        var values = new HashMap<String, Object>();
        var from = from(organisation, partnership, values);
        var rows = jdbc.sql("select i.*, c.code, c.title, c.opens_on, c.closes_on" + from
                        + " order by c.closes_on desc, c.id limit :limit offset :offset")
                .params(values)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Past::of)
                .list();
        long total = jdbc.sql("select count(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    /** The same year by year, the latest first. */
    List<Year> years(UUID organisation, @Nullable String partnership) {
        var values = new HashMap<String, Object>();
        var from = from(organisation, partnership, values);
        return jdbc.sql("select cast(extract(year from c.closes_on) as integer) as year, count(*) as invited,"
                        + " count(i.opened_at) as opened, count(i.drafted_at) as drafted,"
                        + " count(i.answered_at) as answered, count(*) filter (where i.status = 'NIL') as nothing,"
                        + " count(*) filter (where i.status = 'SILENT') as silent" + from
                        + " group by 1 order by 1 desc")
                .params(values)
                .query((row, number) -> new Year(
                        row.getInt("year"),
                        row.getLong("invited"),
                        row.getLong("opened"),
                        row.getLong("drafted"),
                        row.getLong("answered"),
                        row.getLong("nothing"),
                        row.getLong("silent")))
                .list();
    }

    private static String from(UUID organisation, @Nullable String partnership, Map<String, Object> values) {
        values.put("organisation", organisation);
        var from = " from consultation_invitation i join consultation c on c.id = i.consultation_id"
                + " where i.organisation_id = :organisation";
        if (partnership != null) {
            from += " and :partnership = any (c.owners)";
            values.put("partnership", partnership);
        }
        return from;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /**
     * One invitation.
     *
     * @param invitedAt when it was decided; the letter may follow later
     */
    record Row(
            UUID organisation,
            String name,
            String email,
            InvitationStatus status,
            Instant invitedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant remindedAt,
            int reminders,
            @Nullable Instant openedAt,
            @Nullable Instant draftedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant nilAt,
            @Nullable String nilComment) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getObject("organisation_id", UUID.class),
                    row.getString("organisation_name"),
                    row.getString("email"),
                    InvitationStatus.valueOf(row.getString("status")),
                    row.getTimestamp("sent_at").toInstant(),
                    instant(row, "delivered_at"),
                    instant(row, "reminded_at"),
                    row.getInt("reminders"),
                    instant(row, "opened_at"),
                    instant(row, "drafted_at"),
                    instant(row, "answered_at"),
                    instant(row, "nil_at"),
                    row.getString("nil_comment"));
        }
    }

    /** An invitation, and to what. */
    record Past(Row row, String code, String title) {
        static Past of(ResultSet row, int number) throws SQLException {
            return new Past(Row.of(row, number), row.getString("code"), row.getString("title"));
        }
    }

    /** What an organisation did in a year, by the last day of the consultations. */
    record Year(int year, long invited, long opened, long drafted, long answered, long nothing, long silent) {}
}
