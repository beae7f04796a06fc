package lv.varu.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The exceptions table, kept in memory for a few seconds because every deadline asks it day by day. */
@Repository
class ExceptionalDays {
    private static final String COLUMNS = "select day, kind, worked_on, reason_lv, reason_en, source";

    private final JdbcClient jdbc;
    private final CalendarSettings settings;
    private volatile @Nullable Snapshot snapshot;

    ExceptionalDays(JdbcClient jdbc, CalendarSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What applies now; another node's edit is seen within {@code varu.calendar.recheck-after}. */
    SpecialDays applying() {
        Snapshot known = snapshot;
        if (known == null
                || System.nanoTime() - known.readAt > settings.recheckAfter().toNanos()) {
            known = new Snapshot(SpecialDays.of(all(), settings.movedWorkingDays()), System.nanoTime());
            snapshot = known;
        }
        return known.days;
    }

    // After the end of the transaction, however it ended: inside it the editor may have read its own uncommitted rows.
    @TransactionalEventListener(classes = CalendarExceptionChanged.class, phase = TransactionPhase.AFTER_COMPLETION)
    void forget() {
        snapshot = null;
    }

    List<ExceptionalDay> in(Year year) {
        return jdbc.sql(COLUMNS + " from calendar_exception where extract(year from day) = ? order by day")
                .param(year.getValue())
                .query(ExceptionalDay.class)
                .list();
    }

    Optional<ExceptionalDay> on(LocalDate day) {
        return jdbc.sql(COLUMNS + " from calendar_exception where day = ?")
                .param(day)
                .query(ExceptionalDay.class)
                .optional();
    }

    /** Whether a row already says something about the day. */
    boolean mentions(LocalDate day) {
        return jdbc.sql("select exists (select from calendar_exception where ? in (day, worked_on))")
                .param(day)
                .query(Boolean.class)
                .single();
    }

    void add(ExceptionalDay exception) {
        try {
            jdbc.sql("insert into calendar_exception (day, kind, worked_on, reason_lv, reason_en, source)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            exception.day(),
                            exception.kind().name(),
                            exception.workedOn(),
                            exception.reasonLv(),
                            exception.reasonEn(),
                            exception.source())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DayTaken(exception.day());
        }
    }

    boolean remove(LocalDate day) {
        return jdbc.sql("delete from calendar_exception where day = ?")
                        .param(day)
                        .update()
                == 1;
    }

    private List<ExceptionalDay> all() {
        return jdbc.sql(COLUMNS + " from calendar_exception")
                .query(ExceptionalDay.class)
                .list();
    }

    private record Snapshot(SpecialDays days, long readAt) {}
}
