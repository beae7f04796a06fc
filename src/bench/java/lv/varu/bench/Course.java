package lv.varu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every engine gets of Varu's model of a proposal: the model itself, its variables, and steps that do nothing. */
final class Course {
    static final String KEY = "proposal";
    static final int GROUPS = 50;
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private Course() {}

    static String group(int number) {
        return "P" + number % GROUPS + ":STAFF";
    }

    static String model() {
        try {
            return Files.readString(Path.of(System.getProperty("bench.model")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> delegates() {
        return DELEGATE.matcher(model())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    /** As Varu starts it. */
    static Map<String, Object> start(int group) {
        Map<String, Object> values = new HashMap<>();
        values.put("partnership", "P" + group % GROUPS);
        values.put("standing", true);
        values.put("ownHosted", false);
        values.put("screened", false);
        values.put("clarify", false);
        values.put("declined", false);
        values.put("leftOut", false);
        values.put("needsConfirmation", true);
        values.put("confirmBy", inDays(3));
        return values;
    }

    static Map<String, Object> screened() {
        return Map.of("declined", false, "clarify", false);
    }

    /** What the step that routes a proposal sets: the dates on which the model reminds and escalates. */
    static Map<String, Object> dates() {
        Map<String, Object> values = new HashMap<>();
        int days = 5;
        for (String name : List.of("remindAt", "dueAt", "escalateAt", "telephoneAt", "lateAt", "finalAt")) {
            values.put(name, inDays(days));
            days += 5;
        }
        return values;
    }

    private static Date inDays(int days) {
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }
}
