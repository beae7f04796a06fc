package lv.varu.commitment;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff write down what the municipality promised. */
@Component
class RecordPromise implements TaskScreen<PromiseForm> {
    private final Commitments commitments;
    private final CommitmentDesk desk;
    private final PromiseChoices choices;
    private final Clock clock;

    RecordPromise(Commitments commitments, CommitmentDesk desk, PromiseChoices choices, Clock clock) {
        this.commitments = commitments;
        this.desk = desk;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "commitment/record";
    }

    @Override
    public String template() {
        return "commitment/record";
    }

    @Override
    public PromiseForm form(OpenTask task) {
        return PromiseForm.blank(commitment(task));
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return choices.of(commitment(task), LocaleContextHolder.getLocale());
    }

    @Override
    public void check(OpenTask task, PromiseForm form, Errors errors) {
        form.check(Riga.today(clock), errors);
        choices.check(commitment(task), form, errors);
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, PromiseForm form, Person by) {
        UUID id = idOf(task);
        if (form.followsNothing()) {
            desk.leaveUnfollowed(id, Objects.requireNonNull(PromiseForm.text(form.reason())), by);
        } else {
            desk.record(id, form.promised(), form.asking(), by);
        }
        return Map.of(CommitmentProcess.NOTHING_TO_FOLLOW.name(), form.followsNothing());
    }

    private Commitment commitment(OpenTask task) {
        return commitments.get(idOf(task));
    }

    private static UUID idOf(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
