package lv.varu.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds organisations. */
@Repository
public class Organisations {
    private static final String MEMBERS =
            "select organisation_id from organisation_group_member where group_id = :group";
    private static final String IN_ORDER = " order by name collate \"lv-x-icu\", id";

    private final OrganisationStore store;
    private final JdbcClient jdbc;

    Organisations(OrganisationStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    public Optional<Organisation> find(UUID id) {
        return store.findById(id);
    }

    public Map<UUID, Organisation> find(Collection<UUID> ids) {
        return store.findAllById(ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    public Optional<Organisation> findByEmail(String email) {
        return jdbc.sql("select id from organisation where email = ? order by active desc, id limit 1")
                .param(Entered.email(email))
                .query(UUID.class)
                .optional()
                .flatMap(store::findById);
    }

    /** In Latvian alphabetical order; active ones unless asked otherwise. */
    public Page<OrganisationRow> search(OrganisationSearch search, Pageable page) {
        return page(narrowing(search), page);
    }

    /** Those of a group, no longer active ones too. */
    Page<OrganisationRow> members(UUID group, @Nullable String words, Pageable page) {
        return page(
                new Narrowing().by("id in (" + MEMBERS + ")", "group", group).words("search_text", words), page);
    }

    /** Active ones that a group does not have yet. */
    Page<OrganisationRow> outside(UUID group, OrganisationSearch search, Pageable page) {
        return page(outsideOf(group, search), page);
    }

    List<UUID> outside(UUID group, OrganisationSearch search) {
        var narrowing = outsideOf(group, search);
        return jdbc.sql("select id from organisation" + narrowing.where())
                .params(narrowing.parameters())
                .query(UUID.class)
                .list();
    }

    private static Narrowing outsideOf(UUID group, OrganisationSearch search) {
        return narrowing(search).by("id not in (" + MEMBERS + ")", "group", group);
    }

    private Page<OrganisationRow> page(Narrowing narrowing, Pageable page) {
        var rows = jdbc.sql(
                        "select * from organisation" + narrowing.where() + IN_ORDER + " limit :limit offset :offset")
                .params(narrowing.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> row(row))
                .list();
        return new PageImpl<>(rows, page, count(narrowing));
    }

    /** Active others with the same e-mail or registration number. */
    List<OrganisationRow> lookingLike(@Nullable UUID id, @Nullable String email, @Nullable String registrationNumber) {
        return jdbc.sql("select * from organisation where active and id is distinct from :id"
                        + " and (email = :email or registration_number = :number)" + IN_ORDER + " limit 5")
                .param("id", id)
                .param("email", email)
                .param("number", registrationNumber)
                .query((row, number) -> row(row))
                .list();
    }

    /** The active one that the details are about: by number, by address, or by name and place. */
    Optional<Organisation> same(OrganisationDetails details) {
        return jdbc.sql("""
                        select id from organisation where active and (registration_number = :number or email = :email
                            or lower(name) = lower(:name) and place = :place)
                        order by registration_number = :number desc nulls last, email = :email desc nulls last, id limit 1""")
                .param("number", details.registrationNumber())
                .param("email", details.email())
                .param("name", details.name())
                .param("place", details.place())
                .query(UUID.class)
                .optional()
                .flatMap(store::findById);
    }

    /** All active ones by what tells them apart, read once for a whole file. */
    Known known() {
        var found = new HashMap<String, OrganisationRow>();
        jdbc.sql("select * from organisation where active").query((row, number) -> row(row)).stream()
                .forEach(row -> keys(row.registrationNumber(), row.email(), row.name(), row.place())
                        .forEach(key -> found.putIfAbsent(key, row)));
        return new Known(found);
    }

    static List<String> keys(OrganisationDetails details) {
        return keys(details.registrationNumber(), details.email(), details.name(), details.place());
    }

    private static List<String> keys(@Nullable String number, @Nullable String email, String name, String place) {
        return Stream.of(
                        number == null ? null : "number " + number,
                        email == null ? null : "email " + email,
                        "name " + name.toLowerCase(Locale.ROOT) + " " + place)
                .filter(Objects::nonNull)
                .toList();
    }

    /** In the order of the list, one after the other: a list may be longer than memory wants to hold. */
    void export(OrganisationSearch search, Consumer<OrganisationRow> reader) {
        var narrowing = narrowing(search);
        try (var rows = jdbc
                .sql("select * from organisation" + narrowing.where() + IN_ORDER)
                .params(narrowing.parameters())
                .query((row, number) -> row(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    record Known(Map<String, OrganisationRow> byKey) {
        Optional<OrganisationRow> same(OrganisationDetails details) {
            return keys(details).stream()
                    .map(byKey::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    private long count(Narrowing narrowing) {
        return jdbc.sql("select count(*) from organisation" + narrowing.where())
                .params(narrowing.parameters())
                .query(Long.class)
                .single();
    }

    private static Narrowing narrowing(OrganisationSearch search) {
        return new Narrowing()
                .fixed(search.inactive() ? "not active" : "active")
                .by("partnership = :partnership", "partnership", search.partnership())
                .by("kind = :kind", "kind", search.kind())
                .by("topics @> array[:topic]::text[]", "topic", search.topic())
                .words("search_text", search.q());
    }

    private static OrganisationRow row(ResultSet row) throws SQLException {
        return new OrganisationRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("partnership"),
                row.getString("place"),
                Topics.read((String[]) row.getArray("topics").getArray()),
                row.getString("registration_number"),
                row.getString("contact_person"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("active"));
    }
}
