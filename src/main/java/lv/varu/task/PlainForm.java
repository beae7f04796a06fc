package lv.varu.task;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** A form that the model declares: we draw and check it, the feature hears of it as {@link TaskCompleted}. */
class PlainForm implements TaskForm {
    private static final String COMMENT = "comment";

    private final OpenTask task;
    private final List<PlainField> fields;
    private final TaskWords words;
    private final ApplicationEventPublisher events;

    PlainForm(OpenTask task, List<PlainField> fields, TaskWords words, ApplicationEventPublisher events) {
        this.task = task;
        this.fields = fields;
        this.words = words;
        this.events = events;
    }

    @Override
    public String template() {
        return "task/plain";
    }

    @Override
    public Map<String, ?> model() {
        return Map.of("fields", fields.stream().map(this::drawn).toList());
    }

    private TaskWords.Field drawn(PlainField field) {
        return isDecided() ? words.fieldOfDecision(field, field.id().equals(COMMENT)) : words.field(field);
    }

    /** Approve, or return with a comment. */
    private boolean isDecided() {
        return fields.stream().anyMatch(field -> field.id().equals(COMMENT))
                && fields.stream().anyMatch(field -> field.type() == PlainField.Type.BOOLEAN);
    }

    @Override
    public boolean takesFiles() {
        return false;
    }

    @Override
    public BindingResult untouched() {
        Map<String, Object> texts = new LinkedHashMap<>();
        fields.forEach(field -> texts.put(field.id(), Objects.requireNonNullElse(field.initial(), "")));
        return new MapBindingResult(texts, NAME);
    }

    @Override
    public BindingResult fill(Typed typed) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (PlainField field : fields) {
            texts.put(
                    field.id(),
                    field.isReadOnly() ? Objects.requireNonNullElse(field.initial(), "") : typed.first(field.id()));
        }
        return new MapBindingResult(texts, NAME);
    }

    @Override
    public void check(BindingResult filled) {
        fields.stream().filter(field -> !field.isReadOnly()).forEach(field -> check(field, filled));
        if (isReturned(filled) && text(filled, COMMENT).isEmpty()) {
            filled.rejectValue(COMMENT, "task.error.comment");
        }
    }

    /** Whoever gives something back says why. */
    private boolean isReturned(BindingResult filled) {
        return isDecided()
                && fields.stream()
                        .filter(field -> field.type() == PlainField.Type.BOOLEAN)
                        .anyMatch(field -> text(filled, field.id()).equals("false"));
    }

    private void check(PlainField field, BindingResult filled) {
        String typed = text(filled, field.id());
        Optional<Problem> problem = typed.isEmpty() ? missing(field) : problem(field, typed);
        problem.ifPresent(found -> filled.rejectValue(field.id(), found.code(), found.arguments(), null));
    }

    private Optional<Problem> missing(PlainField field) {
        return field.isRequired()
                ? Optional.of(new Problem(
                        field.isDecision() ? "task.error.choose" : "task.error.required",
                        words.field(field).label()))
                : Optional.empty();
    }

    private static Optional<Problem> problem(PlainField field, String typed) {
        return switch (field.type()) {
            case STRING ->
                outside(field, typed.length(), "minlength", "maxlength", "task.error.short", "task.error.long");
            case LONG -> number(field, typed);
            case BOOLEAN -> unless(typed.equals("true") || typed.equals("false"), "task.error.choose");
            case ENUM -> unless(field.choices().containsKey(typed), "task.error.choose");
            case DATE -> unless(date(typed) != null, "task.error.date");
        };
    }

    private static Optional<Problem> number(PlainField field, String typed) {
        try {
            return outside(field, Long.parseLong(typed), "min", "max", "task.error.small", "task.error.big");
        } catch (NumberFormatException e) {
            return Optional.of(new Problem("task.error.number"));
        }
    }

    private static Optional<Problem> outside(
            PlainField field, long size, String least, String most, String tooLittle, String tooMuch) {
        Optional<Problem> below =
                field.limit(least).filter(limit -> size < limit).map(limit -> new Problem(tooLittle, limit));
        return below.isPresent()
                ? below
                : field.limit(most).filter(limit -> size > limit).map(limit -> new Problem(tooMuch, limit));
    }

    private static Optional<Problem> unless(boolean fine, String code) {
        return fine ? Optional.empty() : Optional.of(new Problem(code));
    }

    @Override
    public Map<String, @Nullable Object> complete(BindingResult filled, Person by) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, @Nullable Object> decisions = new LinkedHashMap<>();
        for (PlainField field : fields) {
            Object value = value(field, text(filled, field.id()));
            values.put(field.id(), value);
            if (field.isDecision()) {
                decisions.put(field.id(), value);
            }
        }
        events.publishEvent(new TaskCompleted(task, values, by));
        return decisions;
    }

    private static @Nullable Object value(PlainField field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return switch (field.type()) {
            case STRING, ENUM -> typed;
            case LONG -> Long.valueOf(typed);
            case BOOLEAN -> Boolean.valueOf(typed);
            case DATE -> date(typed);
        };
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(BindingResult filled, String field) {
        return Objects.toString(filled.getRawFieldValue(field), "");
    }

    private record Problem(String code, Object... arguments) {}
}
