package lv.varu.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How administrators change periods. */
@Service
@Transactional
class PeriodDesk {
    static final String KIND = "period";
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final StandardPeriods standard;
    private final PeriodChanges changes;
    private final PeriodWording wording;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeriodDesk(
            StandardPeriods standard,
            PeriodChanges changes,
            PeriodWording wording,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.standard = standard;
        this.changes = changes;
        this.wording = wording;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What an administrator enters. */
    record Entry(
            LocalDate startsOn,
            int amount,
            Period.Unit unit,
            String source,
            Mark mark,
            @Nullable String note) {}

    enum Added {
        DONE,
        /** A day that has passed would pretend that deadlines were computed otherwise than they were. */
        PASSED,
        TAKEN
    }

    Added add(String rule, Entry entry, Person by) {
        var row = row(rule, by);
        if (!row.units().contains(entry.unit()) || entry.amount() < 1) {
            throw new IllegalArgumentException(entry.toString());
        }
        if (entry.startsOn().isBefore(Riga.today(clock))) {
            return Added.PASSED;
        }
        var change = new PeriodChange(
                UUID.randomUUID(),
                rule,
                entry.startsOn(),
                entry.amount(),
                entry.unit(),
                entry.source(),
                entry.mark(),
                entry.note(),
                clock.instant(),
                by.id());
        if (!changes.add(change)) {
            return Added.TAKEN;
        }
        record(change, "period.added");
        return Added.DONE;
    }

    /** Whether it was still there. */
    boolean remove(String rule, UUID id, Person by) {
        row(rule, by);
        Optional<PeriodChange> change =
                changes.find(id).filter(found -> found.rule().equals(rule));
        if (change.isEmpty() || !changes.remove(id)) {
            return false;
        }
        record(change.get(), "period.removed");
        return true;
    }

    private StandardPeriod row(String rule, Person by) {
        if (!by.isAdministrator()) {
            throw new NotAllowed();
        }
        return standard.find(rule).orElseThrow(() -> new UnknownPeriod(rule));
    }

    private void record(PeriodChange change, String action) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("periodStartsOn", change.startsOn().toString());
        facts.put("periodLength", wording.length(change.period(), LATVIAN));
        facts.put("periodSource", change.period().source());
        if (change.note() != null) {
            facts.put("note", change.note());
        }
        trail.record(caseOf(change.rule()), action, facts);
        events.publishEvent(new PeriodChanged(change.rule()));
    }

    static CaseKey caseOf(String rule) {
        return CaseKey.of(KIND, rule);
    }
}
