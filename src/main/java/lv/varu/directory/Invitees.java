package lv.varu.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the organisations that an invitation can reach. */
@Repository
public class Invitees {
    private static final String IN_ORDER = " order by o.name collate \"lv-x-icu\", o.id";

    private final JdbcClient jdbc;
    private final Places places;

    Invitees(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** In Latvian alphabetical order. */
    public List<Invitee> matching(Selection selection) {
        var narrowing = narrowing(selection, List.of(), null);
        return jdbc.sql("select o.* from organisation o" + narrowing.where() + IN_ORDER)
                .params(narrowing.parameters())
                .query((row, number) -> invitee(row))
                .list();
    }

    /**
     * A part of them.
     *
     * @param without organisations that are left out
     * @param words of the name, the contact person, the e-mail or the place
     */
    public Page<Invitee> matching(
            Selection selection, Collection<UUID> without, @Nullable String words, Pageable page) {
        var narrowing = narrowing(selection, without, words);
        var rows = jdbc.sql("select o.* from organisation o" + narrowing.where() + IN_ORDER
                        + " limit :limit offset :offset")
                .params(narrowing.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> invitee(row))
                .list();
        return new PageImpl<>(rows, page, count(narrowing));
    }

    public int count(Selection selection) {
        return count(selection, List.of());
    }

    /** @param without organisations that are left out */
    public int count(Selection selection, Collection<UUID> without) {
        return count(narrowing(selection, without, null));
    }

    private int count(Narrowing narrowing) {
        return jdbc.sql("select count(*) from organisation o" + narrowing.where())
                .params(narrowing.parameters())
                .query(Integer.class)
                .single();
    }

    /** What a choice by topic or kind would bring in these places. */
    public Reach reach(Set<String> placeCodes) {
        var narrowing = narrowing(Selection.in(placeCodes), List.of(), null);
        var byTopic = new EnumMap<Topic, Integer>(Topic.class);
        var byKind = new EnumMap<OrganisationKind, Integer>(OrganisationKind.class);
        jdbc.sql("select o.kind as code, false as topic, count(*) as amount from organisation o" + narrowing.where()
                        + " group by o.kind union all"
                        + " select t.code, true, count(*) from organisation o cross join unnest(o.topics) as t (code)"
                        + narrowing.where() + " group by t.code")
                .params(narrowing.parameters())
                .query(row -> {
                    if (row.getBoolean("topic")) {
                        byTopic.put(Topic.valueOf(row.getString("code")), row.getInt("amount"));
                    } else {
                        byKind.put(OrganisationKind.valueOf(row.getString("code")), row.getInt("amount"));
                    }
                });
        return new Reach(byKind.values().stream().mapToInt(Integer::intValue).sum(), byTopic, byKind);
    }

    private Narrowing narrowing(Selection selection, Collection<UUID> without, @Nullable String words) {
        var criteria = new Narrowing();
        if (!selection.onlyGroups()) {
            criteria.by("o.topics && string_to_array(:topics, ',')", "topics", codes(selection.topics()))
                    .by("o.kind = any (string_to_array(:kinds, ','))", "kinds", codes(selection.kinds()))
                    .by(
                            "o.place = any (string_to_array(:places, ','))",
                            "places",
                            String.join(",", around(selection.places())));
        }
        return new Narrowing()
                .fixed("o.active")
                .fixed("o.email is not null")
                .either(selection.onlyGroups() ? null : criteria, ofGroups(selection.groups()))
                .by("o.id <> all (string_to_array(:without, ',')::uuid[])", "without", ids(without))
                .words("o.search_text", words);
    }

    private static Narrowing ofGroups(Set<UUID> groups) {
        return groups.isEmpty()
                ? new Narrowing().fixed("false")
                : new Narrowing()
                        .by(
                                "o.id in (select m.organisation_id from organisation_group_member m"
                                        + " where m.group_id = any (string_to_array(:groups, ',')::uuid[]))",
                                "groups",
                                ids(groups));
    }

    private static String codes(Set<? extends Enum<?>> chosen) {
        return chosen.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private Set<String> around(Set<String> codes) {
        var around = new LinkedHashSet<String>();
        for (var code : codes) {
            around.addAll(places.within(code));
            places.aboveAndSelf(code).forEach(place -> around.add(place.code()));
        }
        return around;
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
