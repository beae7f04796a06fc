package lv.varu.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Measures everything once and says what came of it. */
public final class Bench {
    private static final int ROUNDS = 2;
    static final int SLICES = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sizes sizes;
    private final Path folder;
    private final Results results = new Results();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final long begun = System.nanoTime();

    private Bench(Sizes sizes, Path folder) {
        this.sizes = sizes;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path folder = Path.of(System.getProperty("bench.folder")).toAbsolutePath();
        Path work = folder.resolve("work");
        FileSystemUtils.deleteRecursively(work);
        Files.createDirectories(work);
        var bench = new Bench(Sizes.chosen(), work);
        try (var server = new Server(work)) {
            bench.run(server);
        } finally {
            FileSystemUtils.deleteRecursively(work.resolve("postgres"));
        }
        bench.results.printGoals();
        bench.write();
        System.out.println("\nAll of it: " + bench.file());
        System.exit(0);
    }

    private void run(Server server) {
        try {
            for (String name : sizes.contenders()) {
                children.put(name, new Child(name, server.database(name), folder));
            }
            say("started " + children.keySet());
            section("bytes", this::bytes);
            if (sizes.has("engines")) {
                warmUp();
            }
            section("statements", this::statements);
            section("engines", this::engines);
            if (children.containsKey("varu") && children.containsKey("camunda")) {
                section(
                        "http",
                        () -> new Requests(sizes, results, this::say)
                                .compare(children.get("camunda"), children.get("varu")));
            }
        } finally {
            children.values().forEach(Child::close);
        }
        var own = new OwnProgram(sizes, results, this::say, folder, server.database("pages"));
        section("pages", own::pages);
        section("startup", own::starts);
        goals();
    }

    /** What fails costs its own figures only. */
    private void section(String name, Runnable work) {
        if (!sizes.has(name)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            results.detail("failed: " + name, e.toString());
            say("FAILED: " + name + ": " + e);
        }
        results.print(sizes.contenders());
        write();
    }

    private Path file() {
        return folder.resolveSibling("bench.json");
    }

    private void write() {
        try {
            results.write(file(), sizes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Child> engineChildren() {
        return engines(List.copyOf(children.values()));
    }

    private void bytes() {
        for (Child child : engineChildren()) {
            JsonNode answer = child.order("bytes " + sizes.lives());
            if (answer.has("engine")) {
                results.add(
                        "bytes a finished life, engine",
                        child.name,
                        answer.get("engine").asDouble());
                results.add(
                        "bytes a finished life, own rows",
                        child.name,
                        answer.get("own").asDouble());
                results.add(
                        "bytes a finished life, all",
                        child.name,
                        answer.get("engine").asDouble() + answer.get("own").asDouble());
                results.detail("bytes " + child.name, map(answer.get("tables")));
            }
        }
        say("bytes measured");
    }

    /** First so busy that everything is called often, then so idle that the compiler finds time for it. */
    private void warmUp() {
        for (Child child : children.values()) {
            for (int threads : new int[] {4, 1}) {
                child.order(
                        (child.name.equals("plain") ? "start" : "life") + " " + threads + " " + sizes.warmUp() * 500);
            }
            say("warmed up " + child.name);
        }
    }

    private void statements() {
        for (Child child : engineChildren()) {
            JsonNode answer = child.order("statements");
            if (answer.has("statements")) {
                results.add(
                        "statements a life",
                        child.name,
                        answer.get("statements").asDouble());
                results.add(
                        "round trips a life", child.name, answer.get("trips").asDouble());
                results.add(
                        "ms a life in the database",
                        child.name,
                        answer.get("database").asDouble());
                results.add("bytes of WAL a life", child.name, answer.get("wal").asDouble());
                results.detail("statements " + child.name, map(answer.get("steps")));
            }
        }
    }

    private static Object map(JsonNode node) {
        return JSON.convertValue(node, Map.class);
    }

    private void engines() {
        rounds("", order -> {
            for (int threads : new int[] {1, 4}) {
                settle();
                slices(order, child -> run(child, "start", threads, "intake"));
                settle();
                slices(engines(order), child -> run(child, "life", threads, "whole life"));
            }
            engines(order).forEach(child -> {
                child.order("open 500");
                lists(child, "500");
                if (sizes.timers() > 0) {
                    results.add(
                            "due timers /s", child.name, number(child.order("timers " + sizes.timers()), "perSecond"));
                }
            });
        });
        if (sizes.openTasks() > 0) {
            engineChildren().parallelStream().forEach(child -> child.order("open " + sizes.openTasks()));
            String open = String.format("%,d", sizes.openTasks());
            rounds(" with " + open + " open tasks", order -> {
                engines(order).forEach(child -> lists(child, open));
                slices(engines(order), child -> run(child, "life", 4, "whole life with " + open + " open"));
            });
        }
    }

    /** Twice, the second time in reversed order, so that nobody gains by their place. */
    private void rounds(String what, Consumer<List<Child>> work) {
        List<Child> order = new ArrayList<>(children.values());
        for (int round = 1; round <= ROUNDS; round++) {
            work.accept(order);
            Collections.reverse(order);
            say("round " + round + what);
        }
    }

    /** One after another in turns, so that what slows the machine down for seconds slows everybody down. */
    private static void slices(List<Child> order, Consumer<Child> work) {
        for (int slice = 0; slice < SLICES; slice++) {
            order.forEach(work);
        }
    }

    /** Begun lives grow tables faster than the database looks at them by itself, once a minute; plans may be wrong till then. */
    private void settle() {
        engineChildren().forEach(child -> child.order("settle"));
    }

    private static List<Child> engines(List<Child> order) {
        return order.stream().filter(child -> !child.name.equals("plain")).toList();
    }

    private void run(Child child, String work, int threads, String name) {
        JsonNode answer = child.order(work + " " + threads + " " + sizes.run() * 1000 / SLICES);
        results.add(named(name + " /s, ", threads), child.name, number(answer, "perSecond"));
        results.add(named(name + ", ms of the JVM, ", threads), child.name, number(answer, "cpu"));
    }

    private static String named(String name, int threads) {
        return name + threads + " thread" + (threads > 1 ? "s" : "");
    }

    private void lists(Child child, String open) {
        for (int threads : new int[] {1, 4}) {
            JsonNode answer = child.order("list " + threads + " " + sizes.run() * 1000 / SLICES);
            String name = named("task list, " + open + " open, ", threads);
            results.add(name + ", p50 ms", child.name, number(answer, "p50"));
            results.add(name + ", p95 ms", child.name, number(answer, "p95"));
        }
    }

    private static double number(JsonNode answer, String name) {
        return answer.has(name) ? answer.get(name).asDouble() : Double.NaN;
    }

    private void goals() {
        for (int threads : new int[] {1, 4}) {
            String life = named("whole life /s, ", threads);
            versus("whole life against Camunda, threads " + threads, life, "camunda", 1, true);
            versus("whole life against Flowable, threads " + threads, life, "flowable", 1, true);
        }
        versus("due timers against Camunda", "due timers /s", "camunda", 1, true);
        versus("bytes a finished life against Flowable", "bytes a finished life, all", "flowable", 1, false);
        versus("intake over HTTP against Camunda's REST", Requests.INTAKE, "camunda", 2, true);
    }

    private void versus(String name, String what, String who, double limit, boolean atLeast) {
        results.goal(name, results.median(what, "varu"), results.median(what, who), limit, atLeast);
    }

    private void say(String what) {
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        System.out.printf("%4d s  %s%n", seconds, what);
    }
}
