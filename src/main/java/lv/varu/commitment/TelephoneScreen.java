package lv.varu.commitment;

import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff write down what a silent municipality said on the telephone. */
@Component("promiseTelephoneScreen")
class TelephoneScreen implements TaskScreen<ProgressForm> {
    private final CommitmentDesk desk;

    TelephoneScreen(CommitmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String formKey() {
        return "commitment/telephone";
    }

    @Override
    public String template() {
        return "commitment/telephone";
    }

    @Override
    public ProgressForm form(OpenTask task) {
        return ProgressForm.BLANK;
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of("states", CommitmentState.PUBLIC);
    }

    @Override
    public void check(OpenTask task, ProgressForm form, Errors errors) {
        form.check(errors);
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, ProgressForm form, Person by) {
        desk.telephoned(UUID.fromString(task.caseKey().id()), form.progress(null), by);
        return Map.of();
    }
}
