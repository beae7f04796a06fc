package lv.varu.insight;

import org.jspecify.annotations.Nullable;

/**
 * Open tasks of one person.
 *
 * @param name none for tasks that nobody has claimed
 */
record Workload(@Nullable String name, long open, long overdue) {}
