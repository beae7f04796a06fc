package lv.varu.bench;

import java.util.List;

/** What can be chosen by {@code -Dbench.…}; the defaults stand in the pom and end within a quarter of an hour. */
record Sizes(
        List<String> sections,
        List<String> contenders,
        int warmUp,
        int run,
        int openTasks,
        int timers,
        int lives,
        int clients,
        int proposals,
        long seed) {

    static Sizes chosen() {
        return new Sizes(
                list("sections"),
                list("contenders"),
                number("warm-up"),
                number("run"),
                number("open-tasks"),
                number("timers"),
                number("lives"),
                number("clients"),
                number("proposals"),
                number("seed"));
    }

    boolean has(String section) {
        return sections.contains(section);
    }

    private static List<String> list(String name) {
        return List.of(System.getProperty("bench." + name).split(","));
    }

    private static int number(String name) {
        return Integer.parseInt(System.getProperty("bench." + name));
    }
}
