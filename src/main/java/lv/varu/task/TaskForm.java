package lv.varu.task;

import java.util.Map;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form of one task, declared in the model or drawn by a feature. */
interface TaskForm {
    /** What the page calls the form object. */
    String NAME = "form";

    /** Has a fragment {@code form}. */
    String template();

    /** For the template, as {@code ${screen}}. */
    Map<String, ?> model();

    boolean takesFiles();

    /** As first shown. */
    BindingResult untouched();

    /** Keeps everything typed, whatever it is worth. */
    BindingResult fill(Typed typed);

    /** Adds what is wrong. */
    void check(BindingResult filled);

    /** Does what the form says and returns the variables that the process needs. */
    Map<String, @Nullable Object> complete(BindingResult filled, Person by);
}
