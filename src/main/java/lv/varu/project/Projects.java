package lv.varu.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register, and what belongs to what. */
@Repository
@Transactional(readOnly = true)
public class Projects {
    private static final String IN_ORDER = " order by name collate \"lv-x-icu\", id";

    private final JdbcClient jdbc;

    Projects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Project> find(UUID id) {
        return jdbc.sql("select * from project where id = ?")
                .param(id)
                .query(Project::from)
                .optional();
    }

    /** By name; a few, for a partnership runs a handful of projects. */
    public List<Project> of(String partnership) {
        return jdbc.sql("select * from project where partnerships @> array[?]::text[]" + IN_ORDER)
                .param(partnership)
                .query(Project::from)
                .list();
    }

    /** By name. */
    List<Project> all() {
        return jdbc.sql("select * from project" + IN_ORDER).query(Project::from).list();
    }

    Page<Project> search(String words, Pageable page) {
        String pattern = "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        String where = " where name ilike :pattern or funder ilike :pattern or programme ilike :pattern";
        var found = jdbc.sql("select * from project" + where + IN_ORDER + " limit :limit offset :offset")
                .param("pattern", pattern)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Project::from)
                .list();
        long total = jdbc.sql("select count(*) from project" + where)
                .param("pattern", pattern)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    /** The project by the code of the partnership whose consultations belong to it unless something else is said. */
    public Map<String, UUID> defaults() {
        var found = new HashMap<String, UUID>();
        jdbc.sql("select partnership, project from project_default").query(row -> {
            found.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return found;
    }

    /** What was assigned by hand, by consultation. */
    public Map<UUID, UUID> assigned(Collection<UUID> consultations) {
        var found = new HashMap<UUID, UUID>();
        jdbc.sql("select consultation_id, project from project_consultation where consultation_id = any (?)")
                .param(consultations.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return found;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Project project) {
        jdbc.sql("""
                insert into project (id, version, name, funder, programme, partnerships, starts_on, ends_on, publicity,
                    retention_years, retention_reason)
                values (:id, 0, :name, :funder, :programme, :partnerships, :starts, :ends, :publicity, :years, :reason)""").params(values(project)).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void change(Project project) {
        int changed = jdbc.sql("""
                        update project set version = version + 1, name = :name, funder = :funder, programme = :programme,
                            partnerships = :partnerships, starts_on = :starts, ends_on = :ends, publicity = :publicity,
                            retention_years = :years, retention_reason = :reason
                        where id = :id and version = :version""")
                .params(values(project))
                .param("version", project.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException(project.id().toString());
        }
    }

    private static Map<String, Object> values(Project project) {
        var values = new HashMap<String, Object>();
        values.put("id", project.id());
        values.put("name", project.name());
        values.put("funder", project.funder());
        values.put("programme", project.programme());
        values.put("partnerships", project.partnerships().toArray(String[]::new));
        values.put("starts", project.startsOn());
        values.put("ends", project.endsOn());
        values.put("publicity", project.publicity());
        values.put("years", project.retentionYears());
        values.put("reason", project.retentionReason());
        return values;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void makeDefault(String partnership, UUID project) {
        jdbc.sql("insert into project_default (partnership, project) values (?, ?)"
                        + " on conflict (partnership) do update set project = excluded.project")
                .params(partnership, project)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void endDefault(String partnership, UUID project) {
        jdbc.sql("delete from project_default where partnership = ? and project = ?")
                .params(partnership, project)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void assign(UUID consultation, UUID project) {
        jdbc.sql("insert into project_consultation (consultation_id, project) values (?, ?)"
                        + " on conflict (consultation_id) do update set project = excluded.project")
                .params(consultation, project)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void release(UUID consultation, UUID project) {
        jdbc.sql("delete from project_consultation where consultation_id = ? and project = ?")
                .params(consultation, project)
                .update();
    }
}
