package lv.varu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures by what was measured and of whom, every repetition kept; tables show medians. */
final class Results {
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();
    private final Map<String, Object> details = new TreeMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private final Set<String> printed = new HashSet<>();

    /** @param atLeast whether the ratio should be at least the limit, or at most */
    record Goal(String name, double ratio, double limit, boolean atLeast, boolean reached) {}

    void add(String what, String who, double figure) {
        figures.computeIfAbsent(what, key -> new LinkedHashMap<>())
                .computeIfAbsent(who, key -> new ArrayList<>())
                .add(figure);
    }

    void detail(String what, Object detail) {
        details.put(what, detail);
    }

    double median(String what, String who) {
        double[] all = figures.getOrDefault(what, Map.of()).getOrDefault(who, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (all.length == 0) {
            return Double.NaN;
        }
        int middle = all.length / 2;
        return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    }

    void goal(String name, double ours, double theirs, double limit, boolean atLeast) {
        double ratio = ours / theirs;
        if (!Double.isNaN(ratio)) {
            goals.add(new Goal(name, ratio, limit, atLeast, atLeast ? ratio >= limit : ratio <= limit));
        }
    }

    /** What was not printed before. */
    void print(List<String> columns) {
        List<String> fresh = figures.keySet().stream().filter(printed::add).toList();
        if (fresh.isEmpty()) {
            return;
        }
        int first = fresh.stream().mapToInt(String::length).max().orElse(0) + 2;
        System.out.printf("%n%-" + first + "s", "");
        columns.forEach(column -> System.out.printf("%12s", column));
        System.out.println();
        fresh.forEach(what -> {
            System.out.printf("%-" + first + "s", what);
            columns.forEach(who -> System.out.printf("%12s", shown(median(what, who))));
            System.out.println();
        });
        System.out.println();
    }

    void printGoals() {
        for (Goal goal : goals) {
            System.out.printf(
                    Locale.ROOT,
                    "%-70s %6.2f  (%s %.2f)  %s%n",
                    goal.name,
                    goal.ratio,
                    goal.atLeast ? "at least" : "at most",
                    goal.limit,
                    goal.reached ? "reached" : "MISSED");
        }
    }

    private static String shown(double figure) {
        if (Double.isNaN(figure)) {
            return "";
        }
        return String.format(Locale.ROOT, Math.abs(figure) >= 100 ? "%,.0f" : "%.1f", figure);
    }

    void write(Path file, Sizes sizes) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sizes", sizes);
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.version"));
        all.put("goals", goals);
        all.put("figures", figures);
        all.put("details", details);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }
}
