package lv.varu.commitment;

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
import lv.varu.commitment.CommitmentProcess.UserTask;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import lv.varu.task.TaskDueDates;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a promise is called in lists of tasks, until when its tasks are due, and who may read its trail. */
@Component
class CommitmentCases implements CaseTitles, CaseAccess, TaskDueDates, TaskBackground {
    private final Commitments commitments;
    private final CommitmentSheets sheets;
    private final Deadlines deadlines;
    private final CommitmentSettings settings;

    CommitmentCases(
            Commitments commitments, CommitmentSheets sheets, Deadlines deadlines, CommitmentSettings settings) {
        this.commitments = commitments;
        this.sheets = sheets;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return Commitment.KIND;
    }

    @Override
    public String processKey() {
        return CommitmentProcess.KEY;
    }

    @Override
    public String titleOf(String id) {
        return commitments.get(UUID.fromString(id)).title();
    }

    @Override
    public Map<String, String> titlesOf(Collection<String> ids) {
        return commitments.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(found -> found.id().toString(), Commitment::title));
    }

    @Override
    public Optional<String> pageOf(String id) {
        return Optional.of("/darbs/solijumi/" + id);
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return commitments
                .findById(UUID.fromString(key.id()))
                .filter(commitment -> commitment.owners().stream().anyMatch(person::worksFor))
                .isPresent();
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        int days = taskKey.equals(UserTask.telephone.name()) ? settings.telephoneDays() : settings.recordDays();
        return Optional.of(deadlines.workingDays(Riga.dayOf(createdAt), days).date());
    }

    @Override
    public String template() {
        return "commitment/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of("sheet", sheets.of(UUID.fromString(task.caseKey().id()), LocaleContextHolder.getLocale()));
    }
}
