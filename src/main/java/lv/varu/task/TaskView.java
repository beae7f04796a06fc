package lv.varu.task;

import java.util.Arrays;
import java.util.Optional;

/** The tabs of the list. A task that somebody put off is out of sight until its day, unless it is late. */
enum TaskView {
    MINE("mani", "t.state = 'OPEN' and t.assignee = :me and " + Sql.NOW),
    TEAM("komanda", "t.state = 'OPEN' and " + Sql.NOW),
    OVERDUE("kaveti", "t.state = 'OPEN' and t.due_on < :today"),
    DEFERRED("atlikti", "t.state = 'OPEN' and t.follow_up_on > :today"),
    DONE("paveikti", "t.state = 'DONE' and t.done_by = :me");

    private final String word;
    private final String condition;

    TaskView(String word, String condition) {
        this.word = word;
        this.condition = condition;
    }

    /** As in the address. */
    String word() {
        return word;
    }

    String condition() {
        return condition;
    }

    boolean isPersonal() {
        return this == MINE || this == DONE;
    }

    String order() {
        return this == DONE ? "t.done_at desc, t.id" : "t.due_on, t.created_at, t.id";
    }

    static Optional<TaskView> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst();
    }

    private static final class Sql {
        static final String NOW = "(t.follow_up_on is null or t.follow_up_on <= :today)";
    }
}
