package lv.varu.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and reads the trail; an entry is part of the transaction of the fact that it records. An action is called by
 * the feature first, {@code consultation.opened}; its name for readers is the message {@code audit.action.<action>},
 * those of its fields {@code audit.field.<name>}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Trail {
    static final String BEFORE = "before";
    static final String AFTER = "after";

    private final PendingTrail pending;
    private final TrailReader reader;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Trail(PendingTrail pending, TrailReader reader, JdbcTemplate jdbc, Clock clock) {
        this.pending = pending;
        this.reader = reader;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(CaseKey chain, String action) {
        record(chain, action, Map.of(), Map.of());
    }

    public void record(CaseKey chain, String action, Map<String, ?> details) {
        record(chain, action, details, Map.of());
    }

    /** What is in {@code personal} can be erased later without breaking the chain. */
    public void record(CaseKey chain, String action, Map<String, ?> details, Map<String, ?> personal) {
        pending.add(PendingEntry.of(chain, clock.instant(), action, details, personal));
    }

    /** Records the fields that differ. */
    public void change(
            CaseKey chain,
            String action,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        record(chain, action, difference(before, after));
    }

    /** As {@link #change}, for fields that are personal data. */
    public void changePersonal(
            CaseKey chain,
            String action,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        record(chain, action, Map.of(), difference(before, after));
    }

    private static Map<String, ?> difference(
            Map<String, ? extends @Nullable Object> before, Map<String, ? extends @Nullable Object> after) {
        var was = new TreeMap<String, Object>();
        var is = new TreeMap<String, Object>();
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (var field : fields) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                was.put(field, Objects.requireNonNullElse(before.get(field), ""));
                is.put(field, Objects.requireNonNullElse(after.get(field), ""));
            }
        }
        return Map.of(BEFORE, was, AFTER, is);
    }

    /** Newest first. */
    @Transactional
    public Page<TrailEntry> of(CaseKey chain, Pageable pageable) {
        pending.flush();
        return reader.of(chain, pageable);
    }

    /** As {@link #of}, with a single row for what was sent to many. */
    @Transactional
    public Page<TrailRow> rows(CaseKey chain, Pageable pageable) {
        pending.flush();
        return reader.rows(chain, pageable);
    }

    /** Erases the personal part of every entry of the case; the chain stays whole. */
    public void erasePersonal(CaseKey chain) {
        erasePersonal(List.of(chain));
    }

    /**
     * Erases of the cases only the personal parts that name the address.
     *
     * @param email in lower case
     */
    public void erasePersonal(Collection<CaseKey> chains, String email) {
        pending.flush();
        for (var chain : chains) {
            var erased = jdbc.update("""
                    delete from audit_personal p using audit_entry e
                    where e.id = p.entry_id and e.chain = ? and position(? in lower(p.data)) > 0""", chain.toString(), TrailReader.quoted(email));
            if (erased > 0) {
                record(chain, "audit.personalErased", Map.of("entries", erased));
            }
        }
    }

    /** Every entry that names the address, newest first; it reads the whole trail. */
    @Transactional
    public List<Naming> naming(String email) {
        pending.flush();
        return reader.naming(email);
    }

    public void erasePersonal(Collection<CaseKey> chains) {
        pending.flush();
        Map<String, Integer> erased = new HashMap<>();
        jdbc.query(
                """
                with erased as (
                    delete from audit_personal p using audit_entry e
                    where e.id = p.entry_id and e.chain = any(?) returning e.chain)
                select chain, count(*) from erased group by chain""",
                row -> {
                    erased.put(row.getString(1), row.getInt(2));
                },
                (Object) chains.stream().map(CaseKey::toString).toArray(String[]::new));
        for (var chain : chains) {
            record(chain, "audit.personalErased", Map.of("entries", erased.getOrDefault(chain.toString(), 0)));
        }
    }

    /**
     * An entry that names an address.
     *
     * @param from the address in the network from which it was done
     */
    public record Naming(
            long id,
            CaseKey chain,
            Instant at,
            String action,
            @Nullable String from) {}
}
