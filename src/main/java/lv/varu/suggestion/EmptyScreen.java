package lv.varu.suggestion;

import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff say that they have emptied the box; the sheets are entered on a page of their own. */
@Component
class EmptyScreen implements TaskScreen<EmptyScreen.Form> {
    private final RoundDesk desk;
    private final Sheets sheets;

    EmptyScreen(RoundDesk desk, Sheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    enum Found {
        ENTERED,
        EMPTY
    }

    /** What was in the box. */
    record Form(@Nullable Found found) {}

    @Override
    public String formKey() {
        return "suggestion/empty";
    }

    @Override
    public String template() {
        return "suggestion/empty";
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(null);
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of("round", idOf(task), "count", sheets.count(idOf(task)), "found", Found.values());
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        long count = sheets.count(idOf(task));
        if (form.found() == null) {
            errors.rejectValue("found", "suggestion.fault.found.missing");
        } else if (form.found() == Found.ENTERED && count == 0) {
            errors.rejectValue("found", "suggestion.fault.found.none");
        } else if (form.found() == Found.EMPTY && count > 0) {
            errors.rejectValue("found", "suggestion.fault.found.some");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        return Map.of(SuggestionBoxProcess.ANY_SHEETS.name(), desk.emptied(idOf(task)));
    }

    private static UUID idOf(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
