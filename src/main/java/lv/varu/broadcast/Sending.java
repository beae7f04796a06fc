package lv.varu.broadcast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.broadcast.Recipients.Offered;
import lv.varu.broadcast.Recipients.Totals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends what a call has to say, thousands of letters if need be. */
@Service
@Transactional
class Sending {
    private final Broadcasts broadcasts;
    private final Recipients recipients;
    private final BroadcastLetters letters;
    private final People people;
    private final BroadcastSettings settings;
    private final Trail trail;
    private final Clock clock;

    Sending(
            Broadcasts broadcasts,
            Recipients recipients,
            BroadcastLetters letters,
            People people,
            BroadcastSettings settings,
            Trail trail,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.letters = letters;
        this.people = people;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether everybody has got the call. A batch is one transaction, so that the list shows how far it is. */
    boolean sendBatch(UUID id) {
        Broadcast broadcast = broadcasts.get(id);
        List<Recipient> next = recipients.unsent(id, settings.batch());
        letters.call(broadcast, next, writerOf(broadcast));
        recipients.sent(next, clock.instant());
        boolean all = next.size() < settings.batch();
        if (all) {
            broadcast.open(clock.instant());
            trail.record(
                    broadcast.key(),
                    "broadcast.sent",
                    Map.of("letters", recipients.totals(id).sent()));
        }
        return all;
    }

    /** Nobody is reminded twice within the time of rest, by whatever way. */
    void remindSilent(UUID id) {
        Broadcast broadcast = broadcasts.get(id);
        Instant now = clock.instant();
        List<Recipient> silent = recipients.silent(id, now.minus(settings.restBeforeReminder()));
        letters.remind(broadcast, silent, writerOf(broadcast), String.valueOf(now.getEpochSecond()));
        recipients.reminded(silent, now);
        trail.record(broadcast.key(), "broadcast.reminded", Map.of("letters", silent.size()));
    }

    void thank(UUID id) {
        Broadcast broadcast = broadcasts.get(id);
        Person writer = writerOf(broadcast);
        Totals totals = recipients.totals(id);
        List<Offered> offered = recipients.offered(id, broadcast.options());
        List<Recipient> answered = recipients.answered(id);
        letters.thank(broadcast, answered, writer, totals, offered);
        people.of(broadcast.partnership(), Role.MANAGER)
                .forEach(manager -> letters.summarise(broadcast, manager, writer, totals, offered));
        broadcast.thank(clock.instant());
        trail.record(broadcast.key(), "broadcast.thanked", Map.of("letters", answered.size()));
    }

    private Person writerOf(Broadcast broadcast) {
        return people.find(broadcast.writtenBy()).orElseThrow();
    }
}
