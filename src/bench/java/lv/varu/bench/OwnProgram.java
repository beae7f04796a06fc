package lv.varu.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;

/** What concerns Varu alone: its pages with little and with much data, its start, its memory. */
final class OwnProgram {
    private static final String WHO = "varu";
    private static final int CLIENTS = 4;
    private static final long START_LIMIT = 120_000;

    private final Sizes sizes;
    private final Results results;
    private final Consumer<String> say;
    private final Path folder;
    private final Database database;

    OwnProgram(Sizes sizes, Results results, Consumer<String> say, Path folder, Database database) {
        this.sizes = sizes;
        this.results = results;
        this.say = say;
        this.folder = folder;
        this.database = database;
    }

    void pages() {
        try (Child child = new Child(WHO, database, folder)) {
            pages(child);
        }
    }

    private void pages(Child child) {
        var staff = Requests.signedIn(
                child.port(),
                child.ready().get("email").asText(),
                child.ready().get("password").asText());
        Map<String, Runnable> pages = new LinkedHashMap<>();
        page(pages, "consultation", Requests.anonymous(), child, "/apspriesanas/" + Generator.code(0));
        page(pages, "search", Requests.anonymous(), child, "/meklet?q=skola");
        page(pages, "status of all", staff, child, "/darbs/statuss");
        page(pages, "status of one", staff, child, "/darbs/statuss/" + Generator.code(2));
        page(pages, "task list", staff, child, "/darbs/uzdevumi?skats=komanda");
        int few = Math.max(1, sizes.proposals() / 100);
        generate(few);
        pages.values().forEach(page -> Load.run(CLIENTS, sizes.warmUp() * 100L, page));
        for (int count : new int[] {few, sizes.proposals()}) {
            generate(count);
            pages.forEach((name, page) -> {
                Load.run(CLIENTS, 500, page);
                var measured = Load.run(CLIENTS, sizes.run() * 1000L, page);
                results.add(named(name, "p50", count), WHO, measured.p50());
                results.add(named(name, "p95", count), WHO, measured.p95());
            });
            say.accept("pages with %,d proposals".formatted(count));
        }
        for (String name : pages.keySet()) {
            results.goal(
                    "page " + name + ", p95 from 1 % to 100 % of the data",
                    results.median(named(name, "p95", sizes.proposals()), WHO),
                    results.median(named(name, "p95", few), WHO),
                    1.5,
                    false);
        }
        results.add("memory after the pages, MB", WHO, child.residentKilobytes() / 1024.0);
    }

    private static String named(String page, String quantile, int count) {
        return "page %s, %,d proposals, %s ms".formatted(page, count, quantile);
    }

    private static void page(Map<String, Runnable> pages, String name, HttpClient client, Child child, String path) {
        pages.put(name, Requests.page(client, child.port(), path));
    }

    /** In the class path of Varu, whose stems it needs. */
    private void generate(int count) {
        long begun = System.nanoTime();
        run(java("lv.varu.bench.Generator", Child.classPath(WHO), List.of(), List.of("" + count)), 1800);
        say.accept("%,d proposals generated in %d s"
                .formatted(count, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)));
    }

    /** Class data can be shared only between jars, so the classes are put into one. */
    void starts() {
        String classes = jar();
        String jars = classes
                + File.pathSeparator
                + Arrays.stream(Child.classPath(WHO).split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .reduce((a, b) -> a + File.pathSeparator + b)
                        .orElse("");
        Path archive = folder.resolve("varu.jsa");
        start(jars, List.of("-XX:ArchiveClassesAtExit=" + archive), "");
        start(jars, List.of(), "start, s");
        start(jars, List.of("-XX:SharedArchiveFile=" + archive), "start with shared class data, s");
        say.accept("starts measured");
    }

    private String jar() {
        Path jar = folder.resolve("varu-classes.jar");
        List<String> arguments = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        for (String classes : System.getProperty("bench.main").split(File.pathSeparator)) {
            arguments.addAll(List.of("-C", classes, "."));
        }
        ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
        return jar.toString();
    }

    private void start(String jars, List<String> options, String name) {
        int port = 20_000 + (int) (System.nanoTime() % 10_000);
        List<String> settings = List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--varu.mail.poll-every=12h");
        var ask = Requests.page(Requests.anonymous(), port, "/pieklustamiba");
        long begun = System.nanoTime();
        Process process = launch(java("lv.varu.Varu", jars, options, settings));
        try {
            while (!answers(ask)) {
                if (!process.isAlive() || System.nanoTime() - begun > START_LIMIT * 1_000_000) {
                    throw new IllegalStateException("Varu does not start");
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (!name.isEmpty()) {
                results.add(name, WHO, seconds);
                results.add(
                        "memory after the " + name.replace(", s", ", MB"),
                        WHO,
                        Child.residentKilobytes(process) / 1024.0);
            }
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean answers(Runnable ask) {
        try {
            ask.run();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private List<String> java(String program, String classPath, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-Dbench.url=" + database.url(),
                "-Dbench.user=" + database.user(),
                "-Dbench.password=" + database.password(),
                "-Dbench.seed=" + sizes.seed(),
                "-Dvaru.data-dir=" + folder.resolve("data")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        return command;
    }

    private Process launch(List<String> command) {
        try {
            File log = folder.resolve("own.log").toFile();
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command, int seconds) {
        Process process = launch(command);
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("failed; see own.log in target/bench/work");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
