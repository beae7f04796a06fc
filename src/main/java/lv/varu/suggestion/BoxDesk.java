package lv.varu.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.suggestion.BoxDetails.Keeper;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with the register of boxes. */
@Service
@Transactional
public class BoxDesk {
    private final SuggestionBoxes boxes;
    private final RoundDesk rounds;
    private final Trail trail;
    private final Clock clock;

    BoxDesk(SuggestionBoxes boxes, RoundDesk rounds, Trail trail, Clock clock) {
        this.boxes = boxes;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    /** A second submit with the same id is the same box. */
    public UUID register(UUID id, BoxDetails details, Person by) {
        String partnership = by.partnership();
        if (partnership == null) {
            throw new NotAllowed();
        }
        if (!boxes.existsById(id)) {
            SuggestionBox box = boxes.save(new SuggestionBox(id, partnership, details, today(), clock.instant()));
            trail.record(box.key(), "box.registered", facts(box), personal(box));
        }
        return id;
    }

    void change(UUID id, int version, BoxDetails details, Person by) {
        SuggestionBox box = permitted(id, by);
        if (box.version() != version) {
            throw new OptimisticLockingFailureException(id.toString());
        }
        var before = facts(box);
        var personalBefore = personal(box);
        box.take(details, today());
        trail.change(box.key(), "box.changed", before, facts(box));
        if (!personalBefore.equals(personal(box))) {
            trail.changePersonal(box.key(), "box.keeperChanged", personalBefore, personal(box));
        }
    }

    void activate(UUID id, boolean active, Person by) {
        SuggestionBox box = permitted(id, by);
        box.activate(active, today());
        trail.record(box.key(), active ? "box.activated" : "box.deactivated");
    }

    /**
     * Empties the box before its time.
     *
     * @return the round; the present one when one is open
     */
    public UUID collectNow(UUID id, Person by) {
        permitted(id, by);
        return rounds.begin(id);
    }

    SuggestionBox permitted(UUID id, Person by) {
        SuggestionBox box = boxes.get(id);
        if (!by.worksFor(box.partnership())) {
            throw new NotAllowed();
        }
        return box;
    }

    private LocalDate today() {
        return Riga.today(clock);
    }

    private static Map<String, @Nullable Object> facts(SuggestionBox box) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("place", box.place());
        facts.put("spot", box.spot());
        facts.put("every", box.schedule().every() + " " + box.schedule().unit());
        facts.put("weekday", box.schedule().weekday().name());
        facts.put("nextOn", box.nextOn().toString());
        return facts;
    }

    private static Map<String, String> personal(SuggestionBox box) {
        Keeper keeper = box.keeper();
        return keeper == null ? Map.of() : Map.of("name", keeper.name(), "email", keeper.email());
    }
}
