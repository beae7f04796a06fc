package lv.varu.broadcast;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lv.varu.directory.Invitee;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations of every call, thousands of rows for some. */
@Repository
class Recipients {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Recipients(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(UUID broadcastId, List<Invitee> called) {
        List<Object[]> rows = new ArrayList<>();
        for (Invitee one : called) {
            rows.add(new Object[] {
                UUID.randomUUID(),
                broadcastId,
                rows.size(),
                one.id(),
                one.name(),
                one.contactPerson(),
                one.email(),
                one.language().getLanguage()
            });
        }
        batches.batchUpdate(
                "insert into broadcast_recipient (id, broadcast_id, number, organisation_id, name, person, email,"
                        + " language) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The next to get the call, held until the transaction ends. */
    List<Recipient> unsent(UUID broadcastId, int atMost) {
        return jdbc.sql("select * from broadcast_recipient where broadcast_id = ? and sent_at is null order by number"
                        + " limit ? for update")
                .params(broadcastId, atMost)
                .query(Recipients::recipient)
                .list();
    }

    void sent(Collection<Recipient> recipients, Instant now) {
        mark("sent_at", recipients, now);
    }

    /** Those who have got the call, have not answered, and were not reminded since the instant. */
    List<Recipient> silent(UUID broadcastId, Instant notRemindedSince) {
        return jdbc.sql("select * from broadcast_recipient where broadcast_id = ? and answered_at is null"
                        + " and sent_at is not null and (reminded_at is null or reminded_at < ?) order by number"
                        + " for update")
                .params(broadcastId, utc(notRemindedSince))
                .query(Recipients::recipient)
                .list();
    }

    void reminded(Collection<Recipient> recipients, Instant now) {
        mark("reminded_at", recipients, now);
    }

    private void mark(String column, Collection<Recipient> recipients, Instant now) {
        jdbc.sql("update broadcast_recipient set " + column + " = ? where id = any(?)")
                .params(utc(now), recipients.stream().map(Recipient::id).toArray(UUID[]::new))
                .update();
    }

    void opened(UUID id, Instant now) {
        jdbc.sql("update broadcast_recipient set opened_at = coalesce(opened_at, ?) where id = ?")
                .params(utc(now), id)
                .update();
    }

    void answer(UUID id, Answer answer, Instant now) {
        jdbc.sql("update broadcast_recipient set answered_at = ?, helps = ?, options = ?, amount = ?, comment = ?"
                        + " where id = ?")
                .params(
                        utc(now),
                        answer.helps(),
                        answer.options().stream().sorted().toArray(Integer[]::new),
                        answer.amount(),
                        answer.comment(),
                        id)
                .update();
    }

    Optional<Recipient> find(UUID id) {
        return jdbc.sql("select * from broadcast_recipient where id = ?")
                .param(id)
                .query(Recipients::recipient)
                .optional();
    }

    List<Recipient> ofEmail(String email) {
        return jdbc.sql("select * from broadcast_recipient where lower(email) = ? order by sent_at desc nulls last, id")
                .param(email)
                .query(Recipients::recipient)
                .list();
    }

    /** The organisation's name stays; the person does not. */
    void forget(UUID id) {
        jdbc.sql("update broadcast_recipient set person = null, email = '', comment = null where id = ?")
                .param(id)
                .update();
    }

    List<Recipient> answered(UUID broadcastId) {
        return jdbc.sql("select * from broadcast_recipient where broadcast_id = ? and answered_at is not null"
                        + " and email <> '' order by number")
                .param(broadcastId)
                .query(Recipients::recipient)
                .list();
    }

    List<UUID> called(UUID broadcastId) {
        return jdbc.sql("select id from broadcast_recipient where broadcast_id = ? order by number")
                .param(broadcastId)
                .query(UUID.class)
                .list();
    }

    /** All of them, one by one; the answers first, as the list shows them. */
    void each(UUID broadcastId, Consumer<Recipient> reader) {
        jdbc.sql(
                        "select * from broadcast_recipient where broadcast_id = ? order by answered_at desc nulls last, number")
                .param(broadcastId)
                .query(row -> {
                    reader.accept(recipient(row, 0));
                });
    }

    Page<Recipient> list(UUID broadcastId, View view, @Nullable String words, Pageable page) {
        String where = " where broadcast_id = :id" + view.condition
                + (words == null ? "" : " and (name ilike :words escape '!' or comment ilike :words escape '!')");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", broadcastId);
        if (words != null) {
            parameters.put("words", like(words));
        }
        List<Recipient> rows = jdbc.sql("select * from broadcast_recipient" + where
                        + " order by answered_at desc nulls last, number limit :limit offset :offset")
                .params(parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Recipients::recipient)
                .list();
        long total = jdbc.sql("select count(*) from broadcast_recipient" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    static String like(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    Totals totals(UUID broadcastId) {
        return totals(List.of(broadcastId)).getOrDefault(broadcastId, Totals.NONE);
    }

    /** One query for all. */
    Map<UUID, Totals> totals(Collection<UUID> broadcastIds) {
        Map<UUID, Totals> found = new HashMap<>();
        jdbc.sql("select broadcast_id, count(*) as called, count(sent_at) as sent, count(opened_at) as opened,"
                        + " count(answered_at) as answered, count(*) filter (where helps) as helping,"
                        + " coalesce(sum(amount) filter (where helps), 0) as amount"
                        + " from broadcast_recipient where broadcast_id = any(?) group by broadcast_id")
                .param(broadcastIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("broadcast_id", UUID.class),
                            new Totals(
                                    row.getLong("called"),
                                    row.getLong("sent"),
                                    row.getLong("opened"),
                                    row.getLong("answered"),
                                    row.getLong("helping"),
                                    row.getLong("amount")));
                });
        return found;
    }

    /** How many organisations help with each option, and how many they named, in the order of the options. */
    List<Offered> offered(UUID broadcastId, List<String> options) {
        Map<Integer, Offered> found = new HashMap<>();
        jdbc.sql("select o as option, count(*) as n, coalesce(sum(amount), 0) as amount"
                        + " from broadcast_recipient, unnest(options) o where broadcast_id = ? and helps group by o")
                .param(broadcastId)
                .query(row -> {
                    int option = row.getInt("option");
                    if (option < options.size()) {
                        found.put(option, new Offered(options.get(option), row.getLong("n"), row.getLong("amount")));
                    }
                });
        List<Offered> all = new ArrayList<>();
        for (int option = 0; option < options.size(); option++) {
            all.add(found.getOrDefault(option, new Offered(options.get(option), 0, 0)));
        }
        return all;
    }

    private static Recipient recipient(ResultSet row, int number) throws SQLException {
        return new Recipient(
                row.getObject("id", UUID.class),
                row.getObject("broadcast_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                row.getString("person"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                instant(row, "sent_at"),
                instant(row, "opened_at"),
                instant(row, "reminded_at"),
                instant(row, "answered_at"),
                row.getObject("helps", Boolean.class),
                integers(row.getArray("options")),
                row.getObject("amount", Integer.class),
                row.getString("comment"));
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Which rows of the list. */
    enum View {
        ALL(""),
        HELPING(" and helps"),
        NOT_HELPING(" and not helps"),
        SILENT(" and answered_at is null");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /** @param amount what those who help named together */
    record Totals(long called, long sent, long opened, long answered, long helping, long amount) {
        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

        public long silent() {
            return called - answered;
        }

        public long notHelping() {
            return answered - helping;
        }
    }

    /** One option with those who help with it. */
    record Offered(String option, long organisations, long amount) {}
}
