package lv.varu.broadcast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import lv.varu.task.TaskDueDates;
import org.springframework.stereotype.Component;

/** What a call is called in lists of tasks, until when its task is due, and who may read its trail. */
@Component
class BroadcastCases implements CaseTitles, CaseAccess, TaskDueDates, TaskBackground {
    private final Broadcasts broadcasts;
    private final Recipients recipients;
    private final Deadlines deadlines;
    private final BroadcastSettings settings;

    BroadcastCases(Broadcasts broadcasts, Recipients recipients, Deadlines deadlines, BroadcastSettings settings) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return Broadcast.KIND;
    }

    @Override
    public String processKey() {
        return BroadcastProcess.KEY;
    }

    @Override
    public String titleOf(String id) {
        return broadcasts.get(UUID.fromString(id)).title();
    }

    @Override
    public Map<String, String> titlesOf(Collection<String> ids) {
        return broadcasts.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(found -> found.id().toString(), Broadcast::title));
    }

    @Override
    public Optional<String> pageOf(String id) {
        return Optional.of("/darbs/aicinajumi/" + id);
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return broadcasts
                .findById(UUID.fromString(key.id()))
                .filter(broadcast -> person.worksFor(broadcast.partnership()))
                .isPresent();
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        return Optional.of(deadlines
                .workingDays(Riga.dayOf(createdAt), settings.thanksDays())
                .date());
    }

    @Override
    public String template() {
        return "broadcast/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        UUID id = UUID.fromString(task.caseKey().id());
        Broadcast broadcast = broadcasts.get(id);
        return Map.of(
                "broadcast", broadcast,
                "totals", recipients.totals(id),
                "offered", recipients.offered(id, broadcast.options()));
    }
}
