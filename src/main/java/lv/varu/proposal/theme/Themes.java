package lv.varu.proposal.theme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** The themes of consultations and the proposals marked with them; pages ask as {@code @themes}. */
@Repository
@NamedInterface("shared")
public class Themes {
    /** What belongs to nobody's count: not confirmed, erased, taken back, declined, or spoken for by another one. */
    static final String COUNTED =
            " p.set_aside_at is null and p.status not in ('UNCONFIRMED', 'EXPIRED', 'DECLINED', 'WITHDRAWN') ";

    private static final String COUNTS = "select t.id, t.name, t.about, count(p.id) as proposals,"
            + " count(p.id) filter (where p.status = 'PUBLISHED'"
            + " and p.outcome in ('ACCEPTED', 'PARTIALLY_ACCEPTED')) as accepted from proposal_theme t"
            + " left join proposal_theme_mark m on m.theme_id = t.id"
            + " left join proposal p on p.id = m.proposal_id and" + COUNTED;
    private static final String NARROWED =
            " where t.call_id = :call and (:words = '' or position(lower(:words) in lower(t.name)) > 0"
                    + " or position(lower(:words) in lower(t.about)) > 0)";

    private final JdbcClient jdbc;

    Themes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ThemeCount> page(UUID callId, String words, Pageable page) {
        List<ThemeCount> found = jdbc.sql(COUNTS + NARROWED + " group by t.id order by 4 desc, lower(t.name), t.id"
                        + " limit :limit offset :offset")
                .param("call", callId)
                .param("words", words)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Themes::count)
                .list();
        long total = jdbc.sql("select count(*) from proposal_theme t" + NARROWED)
                .param("call", callId)
                .param("words", words)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    /** Those that proposals are about, the most frequent first. */
    public List<ThemeCount> counts(UUID callId) {
        return jdbc.sql(COUNTS + " where t.call_id = ? group by t.id having count(p.id) > 0"
                        + " order by 4 desc, lower(t.name), t.id")
                .param(callId)
                .query(Themes::count)
                .list();
    }

    /** All of the consultation by name. */
    public List<Theme> of(UUID callId) {
        return jdbc.sql("select id, name, about from proposal_theme where call_id = ? order by lower(name), id")
                .param(callId)
                .query(Themes::theme)
                .list();
    }

    Optional<Theme> find(UUID callId, UUID id) {
        return jdbc.sql("select id, name, about from proposal_theme where call_id = ? and id = ?")
                .params(callId, id)
                .query(Themes::theme)
                .optional();
    }

    boolean isTaken(UUID callId, String name, @Nullable UUID except) {
        return jdbc.sql("select exists (select from proposal_theme where call_id = :call and lower(name) = lower(:name)"
                        + " and id is distinct from cast(:except as uuid))")
                .param("call", callId)
                .param("name", name)
                .param("except", except == null ? null : except.toString())
                .query(Boolean.class)
                .single();
    }

    /** One with this name, old or new: two people may name the same at once. */
    UUID add(UUID callId, String name, @Nullable String about, UUID by, Instant now) {
        return jdbc.sql("insert into proposal_theme (id, call_id, name, about, created_by, created_at)"
                        + " values (:id, :call, :name, :about, :by, :now)"
                        + " on conflict (call_id, lower(name)) do update set name = proposal_theme.name returning id")
                .param("id", UUID.randomUUID())
                .param("call", callId)
                .param("name", name)
                .param("about", about)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void change(UUID id, String name, @Nullable String about) {
        jdbc.sql("update proposal_theme set name = ?, about = ? where id = ?")
                .params(name, about, id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from proposal_theme where id = ?").param(id).update();
    }

    /** All that was marked with the one is marked with the other. */
    void move(UUID from, UUID to) {
        jdbc.sql("insert into proposal_theme_mark (proposal_id, theme_id, marked_by, marked_at)"
                        + " select proposal_id, ?, marked_by, marked_at from proposal_theme_mark where theme_id = ?"
                        + " on conflict do nothing")
                .params(to, from)
                .update();
    }

    long marked(UUID theme) {
        return jdbc.sql("select count(*) from proposal_theme_mark where theme_id = ?")
                .param(theme)
                .query(Long.class)
                .single();
    }

    /** What the proposal is about, by name. */
    public List<Theme> ofProposal(UUID proposal) {
        return ofProposals(List.of(proposal)).getOrDefault(proposal, List.of());
    }

    public Map<UUID, List<Theme>> ofProposals(Collection<UUID> proposals) {
        Map<UUID, List<Theme>> found = new HashMap<>();
        if (!proposals.isEmpty()) {
            jdbc.sql("select m.proposal_id, t.id, t.name, t.about from proposal_theme_mark m"
                            + " join proposal_theme t on t.id = m.theme_id where m.proposal_id in (:ids)"
                            + " order by lower(t.name), t.id")
                    .param("ids", proposals)
                    .query(row -> {
                        found.computeIfAbsent(row.getObject("proposal_id", UUID.class), none -> new ArrayList<>())
                                .add(theme(row, 0));
                    });
        }
        return found;
    }

    void mark(UUID proposal, Set<UUID> themes, UUID by, Instant now) {
        UUID[] wanted = themes.toArray(UUID[]::new);
        jdbc.sql("delete from proposal_theme_mark where proposal_id = ? and theme_id <> all (?)")
                .params(proposal, wanted)
                .update();
        jdbc.sql("insert into proposal_theme_mark (proposal_id, theme_id, marked_by, marked_at)"
                        + " select ?, theme, ?, ? from unnest(?) as theme on conflict do nothing")
                .params(proposal, by, now.atOffset(ZoneOffset.UTC), wanted)
                .update();
    }

    private static Theme theme(ResultSet row, int number) throws SQLException {
        return new Theme(row.getObject("id", UUID.class), row.getString("name"), row.getString("about"));
    }

    private static ThemeCount count(ResultSet row, int number) throws SQLException {
        return new ThemeCount(theme(row, number), row.getLong("proposals"), row.getLong("accepted"));
    }
}
