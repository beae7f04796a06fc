package lv.varu.period;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The dated changes, kept in memory for a few seconds because every deadline asks for them. */
@Repository
class PeriodChanges {
    private final JdbcClient jdbc;
    private final PeriodSettings settings;
    private volatile @Nullable Snapshot snapshot;

    PeriodChanges(JdbcClient jdbc, PeriodSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The last change of the row that has begun by the day. */
    Optional<PeriodChange> inForce(String rule, LocalDate day) {
        return of(rule).stream()
                .filter(change -> !change.startsOn().isAfter(day))
                .findFirst();
    }

    /** The next change of the row after the day. */
    Optional<PeriodChange> next(String rule, LocalDate day) {
        return of(rule).stream()
                .filter(change -> change.startsOn().isAfter(day))
                .min(Comparator.comparing(PeriodChange::startsOn));
    }

    /** All changes of the row, the latest day first. */
    List<PeriodChange> of(String rule) {
        return recent().getOrDefault(rule, List.of());
    }

    private Map<String, List<PeriodChange>> recent() {
        Snapshot known = snapshot;
        if (known == null
                || System.nanoTime() - known.readAt > settings.recheckAfter().toNanos()) {
            known = new Snapshot(read(), System.nanoTime());
            snapshot = known;
        }
        return known.changes;
    }

    // After the end of the transaction, however it ended: inside it the editor may have read its own uncommitted rows.
    @TransactionalEventListener(classes = PeriodChanged.class, phase = TransactionPhase.AFTER_COMPLETION)
    void forget() {
        snapshot = null;
    }

    private Map<String, List<PeriodChange>> read() {
        return jdbc.sql("select * from period_change order by starts_on desc").query(PeriodChange.class).list().stream()
                .collect(Collectors.groupingBy(PeriodChange::rule));
    }

    Optional<PeriodChange> find(UUID id) {
        return jdbc.sql("select * from period_change where id = ?")
                .param(id)
                .query(PeriodChange.class)
                .optional();
    }

    /** @return false when the row has a change from that day already */
    boolean add(PeriodChange change) {
        return jdbc.sql("""
                                insert into period_change (id, rule, starts_on, amount, unit, source, mark, note, added_at, added_by)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (rule, starts_on) do nothing""")
                        .params(Arrays.asList(
                                change.id(),
                                change.rule(),
                                change.startsOn(),
                                change.amount(),
                                change.unit().name(),
                                change.source(),
                                change.mark().name(),
                                change.note(),
                                Timestamp.from(change.addedAt()),
                                change.addedBy()))
                        .update()
                == 1;
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from period_change where id = ?").param(id).update() == 1;
    }

    private record Snapshot(Map<String, List<PeriodChange>> changes, long readAt) {}
}
