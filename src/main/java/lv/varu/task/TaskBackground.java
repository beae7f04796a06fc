package lv.varu.task;

import java.util.Map;

/** Shows beside the form of a task what a person needs to know to decide. */
public interface TaskBackground {
    String processKey();

    /** A template with a fragment {@code background}. */
    String template();

    /** For the template, as {@code ${background}}; it also sees {@code ${task}}. */
    Map<String, ?> model(OpenTask task);
}
