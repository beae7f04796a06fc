package lv.varu.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds groups of organisations. */
@Repository
public class Groups {
    private static final String SELECT = """
            select g.*, coalesce(m.members, 0) as members, coalesce(m.reachable, 0) as reachable
            from organisation_group g
            left join lateral (select count(*) as members,
                                      count(*) filter (where o.active and o.email is not null) as reachable
                               from organisation_group_member gm join organisation o on o.id = gm.organisation_id
                               where gm.group_id = g.id) m on true""";
    private static final String IN_ORDER = " order by g.name collate \"lv-x-icu\", g.id";

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<OrganisationGroup> find(UUID id) {
        return jdbc.sql(SELECT + " where g.id = ?")
                .param(id)
                .query((row, number) -> group(row))
                .optional();
    }

    /** Those of the partnerships, by name. */
    public List<OrganisationGroup> of(Collection<String> partnerships) {
        return jdbc.sql(SELECT + " where g.partnership = any (string_to_array(?, ','))" + IN_ORDER)
                .param(String.join(",", partnerships))
                .query((row, number) -> group(row))
                .list();
    }

    /** @param partnership none for all */
    Page<OrganisationGroup> search(@Nullable String partnership, @Nullable String words, Pageable page) {
        var narrowing = new Narrowing().by("g.partnership = :partnership", "partnership", partnership);
        var text = Entered.textOrNone(words);
        if (text != null) {
            narrowing.by("g.name ilike :name", "name", "%" + Narrowing.literally(text) + "%");
        }
        var rows = jdbc.sql(SELECT + narrowing.where() + IN_ORDER + " limit :limit offset :offset")
                .params(narrowing.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> group(row))
                .list();
        var total = jdbc.sql("select count(*) from organisation_group g" + narrowing.where())
                .params(narrowing.parameters())
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    private static OrganisationGroup group(ResultSet row) throws SQLException {
        return new OrganisationGroup(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("partnership"),
                row.getString("name"),
                row.getString("note"),
                row.getInt("members"),
                row.getInt("reachable"),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("changed_by", UUID.class));
    }
}
