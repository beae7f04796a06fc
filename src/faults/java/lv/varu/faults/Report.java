package lv.varu.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has seen: figures, and whatever is not as it must be. */
class Report {
    private static final String SKIPPED = "skipped:";
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    synchronized void figure(String name, Object value) {
        figures.put(name, value);
    }

    synchronized void problem(String text) {
        problems.add(text);
    }

    /** The run cannot take place here, and why. */
    synchronized void skip(String reason) {
        figures.put(SKIPPED, reason);
    }

    synchronized boolean isSkipped() {
        return figures.containsKey(SKIPPED);
    }

    void expect(boolean holds, String otherwise) {
        if (!holds) {
            problem(otherwise);
        }
    }

    synchronized Map<String, Object> figures() {
        return new LinkedHashMap<>(figures);
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }
}
