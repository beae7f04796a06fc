package lv.varu.suggestion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.directory.Topic;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff decide about each sheet of a box. */
@Component
class SortScreen implements TaskScreen<SortScreen.Form> {
    private final Sheets sheets;
    private final Sorting sorting;

    SortScreen(Sheets sheets, Sorting sorting) {
        this.sheets = sheets;
        this.sorting = sorting;
    }

    enum Decision {
        PROPOSE,
        DECLINE
    }

    /** What staff enter. */
    record Form(List<Line> lines) {
        Form {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /** One sheet. */
    record Line(
            @Nullable UUID sheet,
            @Nullable Decision decision,
            @Nullable String title,
            @Nullable Topic topic,
            @Nullable String reason) {}

    @Override
    public String formKey() {
        return "suggestion/sort";
    }

    @Override
    public String template() {
        return "suggestion/sort";
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(sheets.of(idOf(task)).stream()
                .map(sheet ->
                        new Line(sheet.id(), Decision.PROPOSE, Sorting.firstWords(sheet.text()), Topic.OTHER, null))
                .toList());
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of(
                "sheets",
                sheets.of(idOf(task)).stream()
                        .collect(Collectors.toMap(sheet -> sheet.id().toString(), Function.identity())),
                "round",
                idOf(task),
                "decisions",
                Decision.values(),
                "topics",
                Topic.values());
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        Set<UUID> missing = new HashSet<>();
        sheets.of(idOf(task)).forEach(sheet -> missing.add(sheet.id()));
        for (int i = 0; i < form.lines().size(); i++) {
            Line line = form.lines().get(i);
            // Each sheet once, and only those of this box.
            if (line.sheet() == null || !missing.remove(line.sheet())) {
                errors.reject("suggestion.fault.sheets");
                return;
            }
            check("lines[" + i + "].", line, errors);
        }
        if (!missing.isEmpty()) {
            errors.reject("suggestion.fault.sheets");
        }
    }

    private void check(String path, Line line, Errors errors) {
        if (line.decision() == null) {
            errors.rejectValue(path + "decision", "suggestion.fault.decision.missing");
        } else if (line.decision() == Decision.DECLINE) {
            if (isBlank(line.reason())) {
                errors.rejectValue(path + "reason", "suggestion.fault.reason.missing");
            }
        } else if (isBlank(line.title())) {
            errors.rejectValue(path + "title", "suggestion.fault.title.missing");
        } else {
            sorting.faultsOf(
                            Objects.requireNonNull(line.sheet()),
                            Objects.requireNonNull(line.title()).strip(),
                            topic(line))
                    .forEach(fault -> errors.rejectValue(path + "title", fault.messageKey()));
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        for (Line line : form.lines()) {
            UUID sheet = Objects.requireNonNull(line.sheet());
            if (line.decision() == Decision.DECLINE) {
                sorting.decline(sheet, Objects.requireNonNull(line.reason()).strip());
            } else {
                sorting.propose(sheet, Objects.requireNonNull(line.title()).strip(), topic(line), by);
            }
        }
        return Map.of();
    }

    private static Topic topic(Line line) {
        return line.topic() == null ? Topic.OTHER : line.topic();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static UUID idOf(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
