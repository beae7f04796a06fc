package lv.varu.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationBook;
import lv.varu.privacy.RetainedData;
import lv.varu.project.RetentionRound.Item;
import lv.varu.project.RetentionRound.State;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes what has had its time, and lets a manager decide. Nothing is erased that nobody has approved. */
@Service
@Transactional
class RetentionDesk {
    private final Belonging belonging;
    private final RetentionRounds rounds;
    private final ObjectProvider<RetainedData> sources;
    private final RetentionLetters letters;
    private final Trail trail;
    private final Clock clock;

    RetentionDesk(
            Belonging belonging,
            RetentionRounds rounds,
            ObjectProvider<RetainedData> sources,
            RetentionLetters letters,
            Trail trail,
            Clock clock) {
        this.belonging = belonging;
        this.rounds = rounds;
        this.sources = sources;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /** What would be proposed today. */
    @Transactional(readOnly = true)
    List<Item> outlook(String partnership) {
        LocalDate today = Riga.today(clock);
        var due = belonging.due(partnership, today);
        var keys = due.stream()
                .map(one -> ConsultationBook.key(one.consultation()))
                .toList();
        var counts = counts(keys);
        return due.stream()
                .map(one -> item(one, counts.getOrDefault(ConsultationBook.key(one.consultation()), Map.of())))
                .filter(item -> item.total() > 0)
                .toList();
    }

    private Map<CaseKey, Map<String, Long>> counts(Collection<CaseKey> cases) {
        var counts = new HashMap<CaseKey, Map<String, Long>>();
        sources.orderedStream()
                .forEach(source -> source.count(cases).forEach((key, count) -> {
                    if (count > 0) {
                        counts.computeIfAbsent(key, one -> new TreeMap<>()).merge(source.kind(), count, Long::sum);
                    }
                }));
        return counts;
    }

    private static Item item(Belonging.Due due, Map<String, Long> counts) {
        return new Item(
                due.consultation().id(),
                due.consultation().title(),
                due.project().name(),
                due.until(),
                counts,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                false,
                0,
                false);
    }

    /** @return nothing when there is nothing to erase; the open round when there is one */
    Optional<UUID> propose(String partnership, Person by) {
        demand(partnership, by);
        return propose(partnership, by.id());
    }

    /** The yearly one tells the managers. */
    Optional<UUID> proposeForYear(String partnership) {
        var round = propose(partnership, (UUID) null);
        round.flatMap(rounds::find).ifPresent(letters::proposed);
        return round;
    }

    private Optional<UUID> propose(String partnership, @Nullable UUID by) {
        var open = rounds.open(partnership);
        if (open.isPresent()) {
            return open.map(RetentionRound::id);
        }
        var items = outlook(partnership);
        UUID id = UUID.randomUUID();
        if (items.isEmpty() || !rounds.add(id, partnership, by, clock.instant())) {
            return rounds.open(partnership).map(RetentionRound::id);
        }
        items.forEach(item -> rounds.addItem(id, item));
        trail.record(
                CaseKey.of(RetentionRound.KIND, id),
                "retention.proposed",
                Map.of(
                        "partnership", partnership,
                        "consultations", items.size(),
                        "records", items.stream().mapToLong(Item::total).sum()));
        return Optional.of(id);
    }

    @Transactional(readOnly = true)
    RetentionRound.Sheet sheet(UUID id, Person by) {
        var round = rounds.find(id).orElseThrow(() -> new ProjectNotFound(id));
        if (!by.isAdministrator() && !by.manages(round.partnership())) {
            throw new NotAllowed();
        }
        return new RetentionRound.Sheet(round, rounds.items(id));
    }

    /**
     * From here on the background erases.
     *
     * @param kept consultations that stay for now
     * @return false when somebody has decided already
     */
    boolean approve(UUID id, Set<UUID> kept, Person by) {
        var sheet = sheet(id, by);
        demand(sheet.round().partnership(), by);
        if (!rounds.decide(id, State.RUNNING, by.id(), clock.instant())) {
            return false;
        }
        rounds.keep(id, kept);
        trail.record(
                sheet.round().key(),
                "retention.approved",
                Map.of(
                        "consultations",
                        sheet.items().size() - kept.size(),
                        "keptTitles",
                        sheet.items().stream()
                                .filter(item -> kept.contains(item.consultation()))
                                .map(Item::title)
                                .collect(Collectors.joining("; "))));
        return true;
    }

    boolean dismiss(UUID id, Person by) {
        var round = sheet(id, by).round();
        demand(round.partnership(), by);
        boolean dismissed = rounds.decide(id, State.DISMISSED, by.id(), clock.instant());
        if (dismissed) {
            trail.record(round.key(), "retention.dismissed");
        }
        return dismissed;
    }

    /** Whoever answers for the partnership decides; an administrator only looks. */
    private static void demand(String partnership, Person by) {
        if (!by.manages(partnership)) {
            throw new NotAllowed();
        }
    }
}
