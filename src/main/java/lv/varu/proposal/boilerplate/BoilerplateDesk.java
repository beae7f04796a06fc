package lv.varu.proposal.boilerplate;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.directory.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the texts that answers are put together from. */
@Service
@Transactional
@NamedInterface("shared")
public class BoilerplateDesk {
    static final String CASE = "boilerplate";

    private final Boilerplates boilerplates;
    private final Partnerships partnerships;
    private final Trail trail;
    private final Clock clock;

    BoilerplateDesk(Boilerplates boilerplates, Partnerships partnerships, Trail trail, Clock clock) {
        this.boilerplates = boilerplates;
        this.partnerships = partnerships;
        this.trail = trail;
        this.clock = clock;
    }

    @NamedInterface("shared")
    public record Entry(
            @Nullable String partnership,
            @Nullable String municipality,
            @Nullable String department,
            String title,
            String text) {}

    static CaseKey key(UUID id) {
        return CaseKey.of(CASE, id);
    }

    public UUID add(Entry entry, Person by) {
        demand(keeps(by, entry.partnership(), entry.municipality()));
        return add(entry, by.name());
    }

    /** Somebody in a municipality keeps what they have written; who they are is in the trail. */
    public UUID add(Entry entry, String by) {
        UUID id = UUID.randomUUID();
        boilerplates.insert(boilerplate(id, 0, entry, by), searched(entry));
        trail.record(key(id), "boilerplate.added", facts(entry));
        return id;
    }

    /** @throws OptimisticLockingFailureException when somebody changed it meanwhile */
    void change(UUID id, int version, Entry entry, Person by) {
        Boilerplate before = boilerplates.get(id);
        demand(keeps(by, before) && keeps(by, entry.partnership(), entry.municipality()));
        if (!boilerplates.update(boilerplate(id, version, entry, by.name()), searched(entry))) {
            throw new OptimisticLockingFailureException(id.toString());
        }
        trail.change(key(id), "boilerplate.changed", facts(entryOf(before)), facts(entry));
    }

    void delete(UUID id, Person by) {
        Boilerplate boilerplate = boilerplates.get(id);
        demand(keeps(by, boilerplate));
        boilerplates.delete(id);
        trail.record(key(id), "boilerplate.deleted", facts(entryOf(boilerplate)));
    }

    boolean keeps(Person person, Boilerplate boilerplate) {
        return keeps(person, boilerplate.partnership(), boilerplate.municipality());
    }

    boolean keeps(Person person, @Nullable String partnership, @Nullable String municipality) {
        if (partnership != null) {
            return person.worksFor(partnership);
        }
        return person.isAdministrator()
                || municipality != null
                        && partnerships.keeping(municipality).stream()
                                .anyMatch(keeper -> person.worksFor(keeper.code()));
    }

    /** The words of a search as the texts are compared: small letters without diacritics. */
    static List<String> words(@Nullable String query) {
        return query == null || query.isBlank()
                ? List.of()
                : Arrays.asList(folded(query).strip().split("\\s+"));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String searched(Entry entry) {
        return folded(entry.title() + " " + entry.text());
    }

    private Boilerplate boilerplate(UUID id, int version, Entry entry, String by) {
        return new Boilerplate(
                id,
                version,
                entry.partnership(),
                entry.municipality(),
                entry.department(),
                entry.title(),
                entry.text(),
                by,
                clock.instant(),
                0);
    }

    private static Entry entryOf(Boilerplate boilerplate) {
        return new Entry(
                boilerplate.partnership(),
                boilerplate.municipality(),
                boilerplate.department(),
                boilerplate.title(),
                boilerplate.text());
    }

    private static Map<String, Object> facts(Entry entry) {
        Map<String, Object> facts = new HashMap<>(Map.of("title", entry.title(), "text", entry.text()));
        put(facts, "partnership", entry.partnership());
        put(facts, "municipality", entry.municipality());
        put(facts, "department", entry.department());
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}
