package lv.varu.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.project.RetentionRound.Item;
import lv.varu.project.RetentionRound.State;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RetentionRounds {
    private static final String SELECT = """
            select r.*, coalesce(i.total, 0) as total, coalesce(i.erased, 0) as erased, coalesce(i.items, 0) as items
            from retention_round r left join lateral (
                select sum(total) filter (where not kept) as total, sum(erased) as erased, count(*) as items
                from retention_item where round = r.id) i on true
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RetentionRounds(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when one is open already */
    boolean add(UUID id, String partnership, @Nullable UUID by, Instant now) {
        return jdbc.sql("insert into retention_round (id, partnership, state, proposed_at, proposed_by)"
                                + " values (?, ?, 'PROPOSED', ?, ?) on conflict do nothing")
                        .params(Arrays.asList(id, partnership, Timestamp.from(now), by))
                        .update()
                == 1;
    }

    void addItem(UUID round, Item item) {
        jdbc.sql("""
                insert into retention_item (round, consultation_id, title, project_name, retained_until, counts, total)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(
                        round,
                        item.consultation(),
                        item.title(),
                        item.project(),
                        item.retainedUntil(),
                        write(item.counts()),
                        item.total())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<RetentionRound> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(RetentionRounds::round)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<RetentionRound> open(String partnership) {
        return jdbc.sql(SELECT + "where r.partnership = ? and r.state in ('PROPOSED', 'RUNNING')")
                .param(partnership)
                .query(RetentionRounds::round)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean proposedSince(String partnership, Instant time) {
        return jdbc.sql("select exists (select from retention_round where partnership = ? and proposed_at >= ?)")
                .params(partnership, Timestamp.from(time))
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Page<RetentionRound> of(Collection<String> partnerships, Pageable page) {
        var codes = partnerships.toArray(String[]::new);
        var found = jdbc.sql(SELECT + "where r.partnership = any (:codes) order by r.proposed_at desc, r.id"
                        + " limit :limit offset :offset")
                .param("codes", codes)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(RetentionRounds::round)
                .list();
        long total = jdbc.sql("select count(*) from retention_round where partnership = any (?)")
                .param(codes)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    @Transactional(readOnly = true)
    public List<Item> items(UUID round) {
        return jdbc.sql("select * from retention_item where round = ? order by retained_until, title, consultation_id")
                .param(round)
                .query((row, number) -> item(row))
                .list();
    }

    /** @return false when somebody was faster */
    boolean decide(UUID id, State state, UUID by, Instant now) {
        return jdbc.sql("update retention_round set state = ?, decided_by = ?, decided_at = ?"
                                + " where id = ? and state = 'PROPOSED'")
                        .params(state.name(), by, Timestamp.from(now), id)
                        .update()
                == 1;
    }

    void keep(UUID round, Collection<UUID> consultations) {
        jdbc.sql("update retention_item set kept = consultation_id = any (?) where round = ?")
                .params(consultations.toArray(UUID[]::new), round)
                .update();
    }

    /** The next consultation to erase, held until the end of the transaction; other nodes pass it by. */
    Optional<Next> next() {
        return jdbc.sql("""
                        select i.round, i.consultation_id, i.title from retention_item i join retention_round r on r.id = i.round
                        where r.state = 'RUNNING' and not i.done and not i.kept
                        order by i.round, i.consultation_id limit 1 for update of i skip locked""")
                .query((row, number) ->
                        new Next(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .optional();
    }

    void erased(Next item, int records, boolean done) {
        jdbc.sql("update retention_item set erased = erased + ?, done = ? where round = ? and consultation_id = ?")
                .params(records, done, item.round(), item.consultation())
                .update();
    }

    /** Those whose last consultation is done. */
    List<UUID> finish(Instant now) {
        return jdbc.sql("""
                        update retention_round r set state = 'DONE', finished_at = ?
                        where r.state = 'RUNNING' and not exists (
                            select from retention_item i where i.round = r.id and not i.done and not i.kept)
                        returning r.id""").param(Timestamp.from(now)).query(UUID.class).list();
    }

    private static RetentionRound round(ResultSet row, int number) throws SQLException {
        return new RetentionRound(
                row.getObject("id", UUID.class),
                row.getString("partnership"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                instant(row.getTimestamp("decided_at")),
                row.getObject("decided_by", UUID.class),
                instant(row.getTimestamp("finished_at")),
                row.getLong("total"),
                row.getLong("erased"),
                row.getLong("items"));
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("consultation_id", UUID.class),
                row.getString("title"),
                row.getString("project_name"),
                row.getObject("retained_until", LocalDate.class),
                read(row.getString("counts")),
                row.getLong("total"),
                row.getBoolean("kept"),
                row.getLong("erased"),
                row.getBoolean("done"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> read(String counts) {
        try {
            return json.readValue(counts, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Next(UUID round, UUID consultation, String title) {}
}
