package lv.varu.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** All places, from the state to the parish; some hundred rows, kept in memory for a few seconds. */
@Repository
public class Places {
    private static final String LATVIAN_ORDER = """
            select p.code, p.kind, p.parent, p.atvk, p.ended_on, p.version
            from place p join place_name n on n.place = p.code
                and n.position = (select max(position) from place_name where place = p.code)
            order by case p.kind when 'STATE_CITY' then 0 when 'TOWN' then 1 else 2 end, n.lv collate "lv-x-icu", p.code""";

    private final JdbcClient jdbc;
    private final Recent<Known> recent;

    Places(JdbcClient jdbc, DirectorySettings settings) {
        this.jdbc = jdbc;
        recent = new Recent<>(() -> Known.of(read()), settings.recheckAfter());
    }

    /** @throws UnknownEntry when there is none */
    public Place find(String code) {
        return lookUp(code).orElseThrow(() -> new UnknownEntry(code));
    }

    public Optional<Place> lookUp(@Nullable String code) {
        return Optional.ofNullable(code).map(recent.get().byCode::get);
    }

    /** Towns before parishes, otherwise in Latvian alphabetical order. */
    public List<Place> all() {
        return recent.get().inOrder;
    }

    /** Municipalities and state cities that exist. */
    public List<Place> municipalities() {
        return all().stream()
                .filter(place -> place.kind().isMunicipality() && place.exists())
                .toList();
    }

    /** Towns and parishes of a municipality that exist. */
    public List<Place> parishesOf(String municipality) {
        return childrenOf(municipality).stream().filter(Place::exists).toList();
    }

    /** The municipality that the place is or lies in; none for a region or the state. */
    public Optional<Place> municipalityOf(String code) {
        return aboveAndSelf(code).stream()
                .filter(place -> place.kind().isMunicipality())
                .findFirst();
    }

    /** Codes of the place and of all that lie in it. */
    public Set<String> within(String code) {
        var found = new LinkedHashSet<String>();
        found.add(find(code).code());
        childrenOf(code).forEach(child -> found.addAll(within(child.code())));
        return found;
    }

    /** With the municipality that it lies in: there are two of many a name. */
    public String fullName(String code, Locale locale) {
        var place = find(code);
        var name = place.name(locale);
        return municipalityOf(code)
                .filter(municipality -> !municipality.equals(place))
                .map(municipality -> name + ", " + municipality.name(locale))
                .orElse(name);
    }

    /** The place, then what holds it, up to the state. */
    List<Place> aboveAndSelf(String code) {
        var path = new ArrayList<Place>();
        for (var place = lookUp(code);
                place.isPresent();
                place = lookUp(place.get().parent())) {
            path.add(place.get());
        }
        return path;
    }

    List<Place> childrenOf(String code) {
        return recent.get().byParent.getOrDefault(code, List.of());
    }

    /** As it is now, whatever other nodes wrote. */
    Place fresh(String code) {
        recent.forget();
        return find(code);
    }

    // After the end of the transaction, however it ended: inside it the editor may have read its own uncommitted rows.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(TerritoryChanged change) {
        recent.forget();
    }

    /** As the transaction sees it now. */
    Map<String, Place> read() {
        var names = namesByPlace();
        var successors = successorsByPlace();
        var places = new LinkedHashMap<String, Place>();
        jdbc.sql(LATVIAN_ORDER).query(rows -> {
            var code = rows.getString("code");
            places.put(
                    code,
                    new Place(
                            code,
                            PlaceKind.valueOf(rows.getString("kind")),
                            rows.getString("parent"),
                            rows.getString("atvk"),
                            List.copyOf(names.getOrDefault(code, List.of())),
                            rows.getObject("ended_on", LocalDate.class),
                            List.copyOf(successors.getOrDefault(code, List.of())),
                            rows.getInt("version")));
        });
        return places;
    }

    private Map<String, List<DatedName>> namesByPlace() {
        var names = new HashMap<String, List<DatedName>>();
        jdbc.sql(
                        "select place as owner, lv, en, genitive, valid_from, valid_to from place_name order by place, position")
                .query(rows -> {
                    names.computeIfAbsent(rows.getString("owner"), code -> new ArrayList<>())
                            .add(StoredNames.read(rows));
                });
        return names;
    }

    private Map<String, List<String>> successorsByPlace() {
        var successors = new HashMap<String, List<String>>();
        jdbc.sql("select place, successor from place_successor order by place, successor")
                .query(rows -> {
                    successors
                            .computeIfAbsent(rows.getString("place"), code -> new ArrayList<>())
                            .add(rows.getString("successor"));
                });
        return successors;
    }

    /** All places, and those in each, both in Latvian order. */
    private record Known(Map<String, Place> byCode, List<Place> inOrder, Map<String, List<Place>> byParent) {
        static Known of(Map<String, Place> places) {
            var byParent = places.values().stream()
                    .filter(place -> place.parent() != null)
                    .collect(Collectors.groupingBy(place -> Objects.requireNonNull(place.parent())));
            return new Known(places, List.copyOf(places.values()), byParent);
        }
    }
}
