package lv.varu.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs every fault and says what came of it; ends with 1 if a check of the books failed. */
public class Faults {
    private Faults() {}

    private static Map<String, Run> all() {
        var all = new LinkedHashMap<String, Run>();
        all.put("books", new CookedBooks());
        // It builds while the first one tells the sample.
        all.put("upgrade", new Upgrade());
        all.put("killed-program", new KilledProgram());
        all.put("killed-database", new KilledDatabase());
        all.put("killed-embedded", new KilledEmbedded());
        all.put("two-nodes", new TwoNodes());
        all.put("cut-line", new CutLine());
        all.put("troubled-mail", new TroubledMail());
        all.put("same-request", new SameRequest());
        all.put("jumping-clock", new JumpingClock());
        all.put("two-people", new TwoPeople());
        all.put("full-disk", new FullDisk());
        all.put("backup", Backups.ofEmbedded());
        all.put("external-backup", Backups.ofExternal());
        all.put("standby", new Standby());
        return all;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var sizes = Sizes.given();
        var results = runAll(sizes);
        print(results);
        Path file = Path.of(System.getProperty("faults.result", "target/faults.json"));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), Map.of("seed", sizes.seed(), "faults", results));
        System.out.println("Written to " + file);
        System.exit(results.stream().allMatch(Result::passed) ? 0 : 1);
    }

    /** Several at once, for most of the time a run waits. */
    private static List<Result> runAll(Sizes sizes) throws IOException, InterruptedException {
        var faults = new LinkedHashMap<>(all());
        faults.keySet().removeIf(name -> !sizes.wants(name));
        var waiting = new ConcurrentLinkedQueue<>(faults.entrySet());
        var results = new ConcurrentHashMap<String, Result>();
        var lanes = new ArrayList<Thread>();
        for (int lane = 0; lane < sizes.lanes(); lane++) {
            var ground = new Ground(sizes.inLane(lane));
            var thread = new Thread(() -> {
                for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                    results.put(next.getKey(), run(next.getKey(), next.getValue(), ground));
                }
            });
            thread.start();
            lanes.add(thread);
        }
        for (var lane : lanes) {
            lane.join();
        }
        return faults.keySet().stream().map(results::get).toList();
    }

    private static Result run(String name, Run fault, Ground ground) {
        System.out.println("== " + name);
        var report = new Report();
        var begun = Instant.now();
        try (AutoCloseable leftBehind = () -> ground.endServers(name)) {
            fault.run(ground, report);
        } catch (Exception e) {
            e.printStackTrace(System.out);
            report.problem("the run itself failed: " + e);
        }
        var result = new Result(
                name,
                report.isSkipped(),
                report.problems().isEmpty(),
                Duration.between(begun, Instant.now()).toSeconds(),
                report.figures(),
                report.problems());
        print(List.of(result));
        return result;
    }

    private static synchronized void print(List<Result> results) {
        System.out.printf("%-16s %-7s %6s  %s%n", "fault", "books", "s", "figures");
        for (var result : results) {
            var figures = new ArrayList<String>();
            result.figures().forEach((name, value) -> figures.add(name + " " + value));
            System.out.printf(
                    "%-16s %-7s %6d  %s%n",
                    result.name(), result.books(), result.seconds(), String.join(", ", figures));
            result.problems().stream().limit(10).forEach(problem -> System.out.println("    " + problem));
            if (result.problems().size() > 10) {
                System.out.printf("    and %d more%n", result.problems().size() - 10);
            }
        }
    }

    record Result(
            String name,
            boolean skipped,
            boolean passed,
            long seconds,
            Map<String, Object> figures,
            List<String> problems) {
        private String books() {
            return skipped ? "skipped" : passed ? "hold" : "BROKEN";
        }
    }
}
