package lv.varu.task;

import java.util.Map;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A form that a feature draws itself, found by the form key in the model. Its form object is a record: it is made from
 * what the person typed, checked by its constraints and by {@link #check}, and kept as a draft without either.
 */
public interface TaskScreen<F> {
    /** As in the model, for example {@code proposal/screen}. */
    String formKey();

    /** A template with a fragment {@code form} that holds the fields alone; buttons and errors on top are ours. */
    String template();

    /** What stands in the fields before the person types. */
    F form(OpenTask task);

    /** For the template, as {@code ${screen}}; the form object itself is {@code ${form}}. */
    default Map<String, ?> model(OpenTask task) {
        return Map.of();
    }

    default boolean takesFiles() {
        return false;
    }

    /** Rules that no constraint of the record can express. */
    default void check(OpenTask task, F form, Errors errors) {}

    /**
     * Does what the form says, in the transaction that completes the task.
     *
     * @return variables for gateways and timers, nothing else
     * @throws FieldRefused when something that was typed cannot be taken after all
     */
    Map<String, @Nullable Object> complete(OpenTask task, F form, Person by);
}
