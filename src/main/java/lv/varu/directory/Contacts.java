package lv.varu.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the people of municipalities. */
@Repository
public class Contacts {
    private static final String IN_ORDER = " order by name collate \"lv-x-icu\", id";

    private final ContactStore store;
    private final JdbcClient jdbc;

    Contacts(ContactStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    public Optional<MunicipalContact> find(UUID id) {
        return store.findById(id);
    }

    public Map<UUID, MunicipalContact> find(Collection<UUID> ids) {
        return store.findAllById(ids).stream().collect(Collectors.toMap(MunicipalContact::id, Function.identity()));
    }

    public Optional<MunicipalContact> findByEmail(String email) {
        return jdbc.sql("select id from municipal_contact where email = ? order by active desc, id limit 1")
                .param(Entered.email(email))
                .query(UUID.class)
                .optional()
                .flatMap(store::findById);
    }

    /** The active contacts of a municipality in Latvian alphabetical order. */
    public List<MunicipalContact> of(String municipality) {
        return inOrder(jdbc.sql("select id from municipal_contact where active and municipality = ?" + IN_ORDER)
                .param(municipality)
                .query(UUID.class)
                .list());
    }

    /**
     * Who answers: in the department the one for the topic, else anyone of the department, else whoever has the topic,
     * else the chancellery, else the head. Among equals one with a manager above goes first, because somebody must hear
     * of a late answer.
     */
    public Optional<MunicipalContact> answering(String municipality, Topic topic, String department) {
        return jdbc.sql("""
                        select id from municipal_contact
                        where active and municipality = :municipality
                        order by (department = :department and :topic = any (topics)) desc, (department = :department) desc,
                            (:topic = any (topics)) desc, (department = 'CHANCELLERY') desc,
                            (manager_id is null and department <> :department and not :topic = any (topics)) desc,
                            (manager_id is not null) desc, name collate "lv-x-icu", id
                        limit 1""")
                .param("municipality", municipality)
                .param("topic", topic.name())
                .param("department", department)
                .query(UUID.class)
                .optional()
                .flatMap(store::findById);
    }

    /** In Latvian alphabetical order; active ones unless asked otherwise. */
    Page<MunicipalContact> search(ContactSearch search, Pageable page) {
        var narrowing = new Narrowing()
                .fixed(search.inactive() ? "not active" : "active")
                .by("municipality = :municipality", "municipality", search.municipality())
                .by("department = :department", "department", search.department())
                .by("topics @> array[:topic]::text[]", "topic", search.topic())
                .words("search_text", search.q());
        var ids = jdbc.sql("select id from municipal_contact" + narrowing.where() + IN_ORDER
                        + " limit :limit offset :offset")
                .params(narrowing.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(UUID.class)
                .list();
        var total = jdbc.sql("select count(*) from municipal_contact" + narrowing.where())
                .params(narrowing.parameters())
                .query(Long.class)
                .single();
        return new PageImpl<>(inOrder(ids), page, total);
    }

    /** Of the active ones, read once for a whole file. */
    Map<String, UUID> idsByEmail() {
        var found = new HashMap<String, UUID>();
        jdbc.sql("select email, id from municipal_contact where active").query(row -> {
            found.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return found;
    }

    /** Active others with the same e-mail. */
    List<MunicipalContact> lookingLike(@Nullable UUID id, String email) {
        return inOrder(jdbc.sql("select id from municipal_contact where active and id is distinct from :id"
                        + " and email = :email" + IN_ORDER + " limit 5")
                .param("id", id)
                .param("email", Entered.email(email))
                .query(UUID.class)
                .list());
    }

    /** Active contacts who hear of late answers of this one. */
    List<MunicipalContact> under(UUID manager) {
        return inOrder(jdbc.sql("select id from municipal_contact where active and manager_id = ?" + IN_ORDER)
                .param(manager)
                .query(UUID.class)
                .list());
    }

    private List<MunicipalContact> inOrder(List<UUID> ids) {
        var found = find(ids);
        return ids.stream().map(found::get).toList();
    }
}
