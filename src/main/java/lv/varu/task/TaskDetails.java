package lv.varu.task;

import java.util.Locale;
import java.util.Optional;

/** Names what a task that the model repeats is about, where no message can know it: a place, a partnership. */
public interface TaskDetails {
    String processKey();

    /** Empty when the name of the task says enough. */
    Optional<String> nameOf(OpenTask task, Locale locale);
}
