package lv.varu.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The partnerships that run consultations, kept in memory for a few seconds. */
@Repository
public class Partnerships {
    private final JdbcClient jdbc;
    private final Recent<Map<String, Partnership>> recent;

    Partnerships(JdbcClient jdbc, DirectorySettings settings) {
        this.jdbc = jdbc;
        recent = new Recent<>(this::read, settings.recheckAfter());
    }

    /** In Latvian alphabetical order. */
    public List<Partnership> all() {
        return List.copyOf(recent.get().values());
    }

    /** @throws UnknownEntry when there is none */
    public Partnership find(String code) {
        return lookUp(code).orElseThrow(() -> new UnknownEntry(code));
    }

    public Optional<Partnership> lookUp(@Nullable String code) {
        return Optional.ofNullable(code).map(recent.get()::get);
    }

    /** The partnerships whose territory contains the municipality. */
    public List<Partnership> keeping(String municipality) {
        return all().stream()
                .filter(partnership -> partnership.territory().contains(municipality))
                .toList();
    }

    /** As it is now, whatever other nodes wrote. */
    Partnership fresh(String code) {
        recent.forget();
        return find(code);
    }

    // After the end of the transaction, however it ended: inside it the editor may have read its own uncommitted rows.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(TerritoryChanged change) {
        recent.forget();
    }

    /** As the transaction sees it now. */
    Map<String, Partnership> read() {
        var names = names();
        var territory = places(false);
        var counterparties = places(true);
        var partnerships = new LinkedHashMap<String, Partnership>();
        jdbc.sql("select * from partnership order by short_name collate \"lv-x-icu\"")
                .query(rows -> {
                    var code = rows.getString("code");
                    partnerships.put(
                            code,
                            new Partnership(
                                    code,
                                    List.copyOf(names.getOrDefault(code, List.of())),
                                    rows.getString("short_name"),
                                    rows.getString("site"),
                                    rows.getString("email"),
                                    rows.getString("phone"),
                                    List.copyOf(territory.getOrDefault(code, List.of())),
                                    List.copyOf(counterparties.getOrDefault(code, List.of())),
                                    rows.getInt("version")));
                });
        return partnerships;
    }

    private Map<String, List<DatedName>> names() {
        var names = new HashMap<String, List<DatedName>>();
        jdbc.sql(
                        "select partnership as owner, lv, en, genitive, valid_from, valid_to from partnership_name order by partnership, position")
                .query(rows -> {
                    names.computeIfAbsent(rows.getString("owner"), code -> new ArrayList<>())
                            .add(StoredNames.read(rows));
                });
        return names;
    }

    private Map<String, List<String>> places(boolean counterparty) {
        var places = new HashMap<String, List<String>>();
        jdbc.sql(
                        "select partnership, place from partnership_place where counterparty = ? order by partnership, position")
                .param(counterparty)
                .query(rows -> {
                    places.computeIfAbsent(rows.getString("partnership"), code -> new ArrayList<>())
                            .add(rows.getString("place"));
                });
        return places;
    }
}
