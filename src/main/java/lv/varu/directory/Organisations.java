package lv.varu.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds organisations. */
@Repository
public class Organisations {
    private static final String IN_ORDER = " order by name collate \"lv-x-icu\", id";

    private final OrganisationStore store;
    private final JdbcClient jdbc;
    private final Places places;

    Organisations(OrganisationStore store, JdbcClient jdbc, Places places) {
        this.store = store;
        this.jdbc = jdbc;
        this.places = places;
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
        var narrowing = narrowing(search);
        var rows = jdbc.sql(
                        "select * from organisation" + narrowing.where() + IN_ORDER + " limit :limit offset :offset")
                .params(narrowing.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> row(row))
                .list();
        return new PageImpl<>(rows, page, count(narrowing));
    }

    /**
     * The active organisations with an e-mail address that care for one of the topics, are of one of the kinds and work
     * in one of the places, in a part of it or in a larger area that holds it. What is left empty does not narrow.
     */
    public List<Invitee> matching(Set<Topic> topics, Set<String> placeCodes, Set<OrganisationKind> kinds) {
        var narrowing = new Narrowing()
                .fixed("active")
                .fixed("email is not null")
                .by("topics && string_to_array(:topics, ',')", "topics", String.join(",", Topics.stored(topics)))
                .by("place = any (string_to_array(:places, ','))", "places", String.join(",", around(placeCodes)))
                .by(
                        "kind = any (string_to_array(:kinds, ','))",
                        "kinds",
                        kinds.stream().map(Enum::name).collect(Collectors.joining(",")));
        return jdbc.sql("select * from organisation" + narrowing.where() + IN_ORDER)
                .params(narrowing.parameters())
                .query((row, number) -> invitee(row))
                .list();
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

    private Set<String> around(Set<String> codes) {
        var around = new LinkedHashSet<String>();
        for (var code : codes) {
            around.addAll(places.within(code));
            places.aboveAndSelf(code).forEach(place -> around.add(place.code()));
        }
        return around;
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

    private static Invitee invitee(ResultSet row) throws SQLException {
        return new Invitee(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("partnership"),
                row.getString("contact_person"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
