package lv.varu.proposal.boilerplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that answers are put together from, and where each was used. */
@Repository
public class Boilerplates {
    private static final String SELECT = """
            select b.*, (select count(*) from proposal_boilerplate_use u where u.boilerplate_id = b.id) as uses
            from proposal_boilerplate b
            """;
    private static final String IN_ORDER = " order by b.title collate \"lv-x-icu\", b.id";

    private final JdbcClient jdbc;

    Boilerplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Boilerplate> find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = ?")
                .param(id)
                .query(Boilerplates::row)
                .optional();
    }

    Boilerplate get(UUID id) {
        return find(id).orElseThrow(() -> new BoilerplateNotFound(id));
    }

    /** What staff of a partnership may read: their own, and those of municipalities; all when none is given. */
    Page<Boilerplate> list(
            @Nullable String partnership, List<String> words, @Nullable String municipality, Pageable pageable) {
        var sql = new StringBuilder("where true");
        Map<String, Object> parameters = new HashMap<>();
        if (partnership != null) {
            sql.append(" and (b.partnership is null or b.partnership = :partnership)");
            parameters.put("partnership", partnership);
        }
        if (municipality != null) {
            sql.append(" and b.municipality = :municipality");
            parameters.put("municipality", municipality);
        }
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and b.search_text like :word").append(i);
            parameters.put("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        var rows = jdbc.sql(SELECT + sql + IN_ORDER + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(Boilerplates::row)
                .list();
        long total = jdbc.sql("select count(*) from proposal_boilerplate b " + sql)
                .params(parameters)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, pageable, total);
    }

    /** What somebody of the department may use. */
    public List<Boilerplate> forDepartment(String municipality, String department) {
        return jdbc.sql(SELECT
                        + "where b.municipality = :municipality and (b.department is null or b.department = :department)"
                        + IN_ORDER)
                .param("municipality", municipality)
                .param("department", department)
                .query(Boilerplates::row)
                .list();
    }

    public List<Boilerplate> ofPartnership(String partnership) {
        return jdbc.sql(SELECT + "where b.partnership = ?" + IN_ORDER)
                .param(partnership)
                .query(Boilerplates::row)
                .list();
    }

    void insert(Boilerplate boilerplate, String searchText) {
        jdbc.sql("insert into proposal_boilerplate (id, version, partnership, municipality, department, title, text,"
                        + " search_text, changed_by, changed_at) values (:id, 0, :partnership, :municipality,"
                        + " :department, :title, :text, :search, :by, :at)")
                .param("id", boilerplate.id())
                .param("partnership", boilerplate.partnership())
                .param("municipality", boilerplate.municipality())
                .param("department", boilerplate.department())
                .param("title", boilerplate.title())
                .param("text", boilerplate.text())
                .param("search", searchText)
                .param("by", boilerplate.changedBy())
                .param("at", utc(boilerplate.changedAt()))
                .update();
    }

    /** @return false when somebody changed it meanwhile */
    boolean update(Boilerplate boilerplate, String searchText) {
        return jdbc.sql("update proposal_boilerplate set version = version + 1, partnership = :partnership,"
                                + " municipality = :municipality, department = :department, title = :title,"
                                + " text = :text, search_text = :search, changed_by = :by, changed_at = :at"
                                + " where id = :id and version = :version")
                        .param("id", boilerplate.id())
                        .param("version", boilerplate.version())
                        .param("partnership", boilerplate.partnership())
                        .param("municipality", boilerplate.municipality())
                        .param("department", boilerplate.department())
                        .param("title", boilerplate.title())
                        .param("text", boilerplate.text())
                        .param("search", searchText)
                        .param("by", boilerplate.changedBy())
                        .param("at", utc(boilerplate.changedAt()))
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from proposal_boilerplate where id = ?").param(id).update();
    }

    /** The draft was begun with this text. */
    public void begin(Collection<UUID> proposals, UUID boilerplate) {
        jdbc.sql("update proposal_reply_draft set boilerplate_id = :boilerplate where proposal_id = any(:ids)")
                .param("boilerplate", boilerplate)
                .param("ids", proposals.toArray(UUID[]::new))
                .update();
    }

    /** The latest answers in which it went out. */
    List<UUID> usedIn(UUID id, int atMost) {
        return jdbc.sql("select proposal_id from proposal_boilerplate_use where boilerplate_id = ?"
                        + " order by used_at desc, proposal_id limit ?")
                .params(id, atMost)
                .query(UUID.class)
                .list();
    }

    private static Boilerplate row(ResultSet row, int number) throws SQLException {
        return new Boilerplate(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("partnership"),
                row.getString("municipality"),
                row.getString("department"),
                row.getString("title"),
                row.getString("text"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("uses"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
