package lv.varu.broadcast;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.directory.Invitee;
import lv.varu.directory.Invitees;
import lv.varu.directory.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with an urgent call. */
@Service
@Transactional
public class BroadcastDesk {
    private final Broadcasts broadcasts;
    private final Recipients recipients;
    private final Invitees invitees;
    private final BroadcastProcess process;
    private final BroadcastLetters letters;
    private final People people;
    private final BroadcastSettings settings;
    private final Trail trail;
    private final Clock clock;

    BroadcastDesk(
            Broadcasts broadcasts,
            Recipients recipients,
            Invitees invitees,
            BroadcastProcess process,
            BroadcastLetters letters,
            People people,
            BroadcastSettings settings,
            Trail trail,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.invitees = invitees;
        this.process = process;
        this.letters = letters;
        this.people = people;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whom a call of this person would reach. */
    @Transactional(readOnly = true)
    public List<Invitee> reached(Called called, Person by) {
        String own = partnershipOf(by);
        return invitees
                .matching(new Selection(called.topics(), called.places(), called.kinds(), Set.of(), false))
                .stream()
                .filter(one -> called.everywhere() || one.partnership().equals(own))
                .toList();
    }

    /**
     * Sends the call off at once; a second one with the same id is the same.
     *
     * @throws NobodyReached when no organisation fits
     */
    public void send(UUID id, CallText words, Called called, LocalDate answerBy, Person by) {
        if (broadcasts.existsById(id)) {
            permitted(id, by);
            return;
        }
        List<Invitee> reached = reached(called, by);
        if (reached.isEmpty()) {
            throw new NobodyReached();
        }
        Instant now = clock.instant();
        Broadcast broadcast =
                broadcasts.saveAndFlush(new Broadcast(id, partnershipOf(by), words, called, answerBy, by.id(), now));
        recipients.add(id, reached);
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", words.title());
        facts.put("text", words.text());
        facts.put("options", String.join("; ", words.options()));
        CallText english = words.english();
        if (english != null) {
            facts.put("titleEn", english.title());
            facts.put("textEn", english.text());
            facts.put("optionsEn", String.join("; ", english.options()));
        }
        facts.put("called", reached.size());
        facts.put("answersBy", answerBy.toString());
        trail.record(broadcast.key(), "broadcast.written", facts);
        process.start(broadcast, remindAt(answerBy, now));
    }

    /** Ids of those who were called, in the order of the letters. */
    @Transactional(readOnly = true)
    public List<UUID> called(UUID id) {
        return recipients.called(id);
    }

    /** In the morning of the last day, but not while the call itself is still news. */
    private Instant remindAt(LocalDate answerBy, Instant now) {
        Instant morning = answerBy.atTime(settings.remindAt()).atZone(Riga.ZONE).toInstant();
        Instant rested = now.plus(settings.restBeforeReminder());
        return morning.isBefore(rested) ? rested : morning;
    }

    void tellManager(UUID id) {
        Broadcast broadcast = broadcasts.get(id);
        Person writer = people.find(broadcast.writtenBy()).orElseThrow();
        long called = recipients.totals(id).called();
        people.of(broadcast.partnership(), Role.MANAGER).stream()
                .filter(manager -> !manager.id().equals(writer.id()))
                .forEach(manager -> letters.tellManager(broadcast, manager, writer, called));
    }

    void remindNow(UUID id, Person by) {
        permitted(id, by).requireOpen();
        process.remindNow(id);
    }

    void closeByHand(UUID id, Person by) {
        permitted(id, by).requireOpen();
        process.closedByHand(id);
    }

    void close(UUID id) {
        Broadcast broadcast = broadcasts.get(id);
        broadcast.close(clock.instant());
        var totals = recipients.totals(id);
        trail.record(
                broadcast.key(),
                "broadcast.closed",
                Map.of("answered", totals.answered(), "helping", totals.helping()));
    }

    void writeThanks(UUID id, String thanks, @Nullable String thanksEn, Person by) {
        Broadcast broadcast = permitted(id, by);
        broadcast.write(thanks, thanksEn);
        trail.record(
                broadcast.key(),
                "broadcast.thanksWritten",
                thanksEn == null ? Map.of("thanks", thanks) : Map.of("thanks", thanks, "thanksEn", thanksEn));
    }

    @Transactional(readOnly = true)
    public boolean isTranslated(UUID id) {
        return broadcasts.get(id).english() != null;
    }

    /** Who took the list of answers out of the program. */
    void exported(UUID id, String format, Person by) {
        trail.record(permitted(id, by).key(), "broadcast.exported", Map.of("format", format));
    }

    Broadcast permitted(UUID id, Person by) {
        Broadcast broadcast = broadcasts.get(id);
        if (!by.worksFor(broadcast.partnership())) {
            throw new NotAllowed();
        }
        return broadcast;
    }

    /** Only who works for a partnership can call in its name. */
    private static String partnershipOf(Person by) {
        String partnership = by.partnership();
        if (partnership == null) {
            throw new NotAllowed();
        }
        return partnership;
    }

    /** No organisation fits the choice. */
    static class NobodyReached extends RuntimeException {}
}
