package lv.varu.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as the model draws it.
 *
 * @param elementVariable holds the element when the task is repeated for each of a list
 */
record ModelTask(
        String processKey,
        String taskKey,
        String name,
        @Nullable String formKey,
        @Nullable String elementVariable,
        List<PlainField> fields) {}
