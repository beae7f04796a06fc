package lv.varu.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.directory.Places;
import lv.varu.suggestion.SuggestionBoxProcess.UserTask;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import lv.varu.task.TaskDueDates;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an emptying is called in lists of tasks, until when its tasks are due, and who may read its trail. */
@Component
class RoundCases implements CaseTitles, CaseAccess, TaskDueDates, TaskBackground {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final CollectionRounds rounds;
    private final SuggestionBoxes boxes;
    private final Sheets sheets;
    private final Places places;
    private final Deadlines deadlines;
    private final SuggestionSettings settings;

    RoundCases(
            CollectionRounds rounds,
            SuggestionBoxes boxes,
            Sheets sheets,
            Places places,
            Deadlines deadlines,
            SuggestionSettings settings) {
        this.rounds = rounds;
        this.boxes = boxes;
        this.sheets = sheets;
        this.places = places;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return CollectionRound.KIND;
    }

    @Override
    public String processKey() {
        return SuggestionBoxProcess.KEY;
    }

    @Override
    public String titleOf(String id) {
        return titleOf(boxes.get(rounds.get(UUID.fromString(id)).boxId()));
    }

    private String titleOf(SuggestionBox box) {
        return places.find(box.place()).name(LATVIAN) + ", " + box.spot();
    }

    @Override
    public Map<String, String> titlesOf(Collection<String> ids) {
        Map<UUID, SuggestionBox> found = new HashMap<>();
        List<CollectionRound> known =
                rounds.findAllById(ids.stream().map(UUID::fromString).toList());
        boxes.findAllById(known.stream().map(CollectionRound::boxId).toList()).forEach(box -> found.put(box.id(), box));
        return known.stream()
                .collect(Collectors.toMap(
                        round -> round.id().toString(),
                        round -> titleOf(Objects.requireNonNull(found.get(round.boxId())))));
    }

    @Override
    public Map<String, String> pagesOf(Collection<String> ids) {
        return rounds.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(round -> round.id().toString(), round -> "/darbs/kastites/" + round.boxId()));
    }

    @Override
    public Optional<String> pageOf(String id) {
        return Optional.of("/darbs/kastites/" + rounds.get(UUID.fromString(id)).boxId());
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return rounds.findById(UUID.fromString(key.id()))
                .flatMap(round -> boxes.findById(round.boxId()))
                .filter(box -> person.worksFor(box.partnership()))
                .isPresent();
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        int days = taskKey.equals(UserTask.emptyBox.name()) ? settings.staffDays() : settings.sortDays();
        return Optional.of(deadlines.workingDays(Riga.dayOf(createdAt), days).date());
    }

    @Override
    public String template() {
        return "suggestion/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        UUID id = UUID.fromString(task.caseKey().id());
        CollectionRound round = rounds.get(id);
        SuggestionBox box = boxes.get(round.boxId());
        return Map.of(
                "round", round,
                "boxId", box.id(),
                "spot", box.spot(),
                "keeper", Optional.ofNullable(box.keeper()),
                "count", sheets.count(id),
                "place", places.fullName(box.place(), LocaleContextHolder.getLocale()));
    }
}
