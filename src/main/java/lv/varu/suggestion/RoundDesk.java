package lv.varu.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.document.Documents;
import lv.varu.suggestion.BoxDetails.Keeper;
import lv.varu.suggestion.Sheet.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One emptying of a box, from the letter to the parish until what became of the sheets is public. */
@Service
@Transactional
public class RoundDesk {
    private final SuggestionBoxes boxes;
    private final CollectionRounds rounds;
    private final Sheets sheets;
    private final SuggestionBoxProcess process;
    private final SuggestionLetters letters;
    private final Documents documents;
    private final Links links;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final SuggestionSettings settings;
    private final Trail trail;
    private final Clock clock;

    RoundDesk(
            SuggestionBoxes boxes,
            CollectionRounds rounds,
            Sheets sheets,
            SuggestionBoxProcess process,
            SuggestionLetters letters,
            Documents documents,
            Links links,
            Deadlines deadlines,
            WorkingCalendar calendar,
            SuggestionSettings settings,
            Trail trail,
            Clock clock) {
        this.boxes = boxes;
        this.rounds = rounds;
        this.sheets = sheets;
        this.process = process;
        this.letters = letters;
        this.documents = documents;
        this.links = links;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** By schedule; a node that comes second finds the day moved on. */
    void beginIfDue(UUID boxId) {
        SuggestionBox box = boxes.getHeld(boxId);
        if (box.active() && !box.nextOn().isAfter(Riga.today(clock))) {
            begin(boxId);
        }
    }

    /** The open round, a new one when there is none. */
    UUID begin(UUID boxId) {
        SuggestionBox box = boxes.getHeld(boxId);
        LocalDate today = Riga.today(clock);
        box.begun(today);
        Optional<CollectionRound> open = rounds.findByBoxIdAndState(boxId, RoundState.OPEN);
        if (open.isPresent()) {
            return open.get().id();
        }
        LocalDate due = deadlines.workingDays(today, settings.emptyDays()).date();
        CollectionRound round = rounds.saveAndFlush(new CollectionRound(UUID.randomUUID(), boxId, today, due));
        trail.record(round.key(), "suggestion.begun", Map.of("spot", box.spot(), "dueOn", due.toString()));
        process.start(
                round.id(),
                box.partnership(),
                box.keeper() != null,
                at(deadlines.workingDaysBefore(due, settings.remindBeforeDays())),
                at(calendar.plusWorkingDays(due, 1)));
        return round.id();
    }

    private Instant at(LocalDate day) {
        return day.atTime(settings.timersAt()).atZone(Riga.ZONE).toInstant();
    }

    void askKeeper(UUID id) {
        CollectionRound round = rounds.get(id);
        SuggestionBox box = boxes.get(round.boxId());
        keeper(box).ifPresent(keeper -> letters.ask(box, round, keeper));
        trail.record(round.key(), "suggestion.asked");
    }

    void remindKeeper(UUID id) {
        CollectionRound round = rounds.get(id);
        SuggestionBox box = boxes.get(round.boxId());
        keeper(box).ifPresent(keeper -> letters.remind(box, round, keeper));
        trail.record(round.key(), "suggestion.reminded");
    }

    /** Who holds the link, in the parish. */
    Opened open(String token) {
        Link link = links.open(token, Link.Purpose.EMPTY_BOX);
        return opened(UUID.fromString(link.subject()));
    }

    Opened opened(UUID roundId) {
        CollectionRound round = rounds.get(roundId);
        return new Opened(boxes.get(round.boxId()), round, sheets.of(roundId));
    }

    /** @throws CollectionRound.OutOfTurn when the box has been emptied already */
    public void enter(UUID roundId, EnteredSheet entered) {
        CollectionRound round = rounds.get(roundId);
        round.requireOpen();
        UUID document = entered.photo() == null
                ? null
                : documents
                        .store(
                                round.key(),
                                entered.photo().name(),
                                entered.photo().content())
                        .id();
        int number = sheets.add(
                entered.id(), roundId, entered.text(), entered.author(), entered.contact(), document, clock.instant());
        Map<String, String> personal = new HashMap<>();
        put(personal, "name", entered.author());
        put(personal, "contact", entered.contact());
        trail.record(round.key(), "suggestion.sheetEntered", Map.of("number", number), personal);
    }

    private static void put(Map<String, String> map, String field, @Nullable String value) {
        if (value != null) {
            map.put(field, value);
        }
    }

    boolean knows(UUID sheetId) {
        return sheets.find(sheetId).isPresent();
    }

    void remove(UUID roundId, UUID sheetId) {
        CollectionRound round = rounds.get(roundId);
        round.requireOpen();
        Sheet sheet = sheets.find(sheetId)
                .filter(found -> found.roundId().equals(roundId))
                .orElseThrow(() -> new BoxNotFound(sheetId));
        sheets.remove(sheetId);
        if (sheet.documentId() != null) {
            documents.remove(sheet.documentId());
        }
        trail.record(round.key(), "suggestion.sheetRemoved", Map.of("number", sheet.number()));
    }

    /** All sheets are entered, or there was none; the process hears of it. */
    public void finish(UUID roundId) {
        boolean any = emptied(roundId);
        process.boxEmptied(roundId, any);
    }

    /** As {@link #finish}, when the task itself goes on. */
    boolean emptied(UUID roundId) {
        CollectionRound round = rounds.get(roundId);
        long count = sheets.count(roundId);
        round.emptied(count, clock.instant());
        rounds.flush();
        trail.record(round.key(), count == 0 ? "suggestion.empty" : "suggestion.emptied", Map.of("sheets", count));
        return count > 0;
    }

    void publish(UUID id) {
        CollectionRound round = rounds.get(id);
        round.sorted(clock.instant());
        List<Sheet> all = sheets.of(id);
        long proposals =
                all.stream().filter(sheet -> sheet.fate() == Fate.PROPOSAL).count();
        SuggestionBox box = boxes.get(round.boxId());
        keeper(box).ifPresent(keeper -> letters.sorted(box, round, keeper, proposals, all.size() - proposals));
        trail.record(
                round.key(), "suggestion.sorted", Map.of("proposals", proposals, "declined", all.size() - proposals));
    }

    private static Optional<Keeper> keeper(SuggestionBox box) {
        return Optional.ofNullable(box.keeper());
    }

    /** A round with its box and its sheets. */
    record Opened(SuggestionBox box, CollectionRound round, List<Sheet> sheets) {

        public boolean isOpen() {
            return round.state() == RoundState.OPEN;
        }

        public List<Sheet> newestFirst() {
            return sheets.stream()
                    .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                    .toList();
        }

        UUID roundId() {
            return round.id();
        }
    }

    /**
     * A sheet as somebody enters it.
     *
     * @param id given when the form is opened, so that a second click enters nothing more
     */
    public record EnteredSheet(
            UUID id,
            String text,
            @Nullable String author,
            @Nullable String contact,
            @Nullable Photo photo) {}

    public record Photo(String name, byte[] content) {}
}
