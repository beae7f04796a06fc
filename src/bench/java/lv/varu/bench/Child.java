package lv.varu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender in its JVM, as the one that measures sees it. */
final class Child implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final String name;
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final JsonNode ready;

    Child(String name, Database database, Path folder) {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-Dbench.url=" + database.url(),
                "-Dbench.user=" + database.user(),
                "-Dbench.password=" + database.password(),
                "-Dbench.model=" + System.getProperty("bench.model"),
                "-Dvaru.data-dir=" + folder.resolve("data"),
                "-cp",
                classPath(name),
                Worker.class.getName(),
                name));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        ready = read();
    }

    static String classPath(String name) {
        try {
            boolean varu = name.equals("varu");
            String jars = Files.readString(Path.of(System.getProperty(varu ? "bench.varu" : "bench.all")))
                    .strip();
            String own = System.getProperty("bench.classes");
            return (varu ? System.getProperty("bench.main") + File.pathSeparator : "")
                    + own
                    + File.pathSeparator
                    + jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode ready() {
        return ready;
    }

    int port() {
        return ready.get("port").asInt();
    }

    JsonNode order(String order) {
        orders.println(order);
        JsonNode answer = read();
        if (answer.has("error")) {
            System.out.println(name + ": " + order + ": " + answer.get("error").asText());
        }
        return answer;
    }

    private JsonNode read() {
        try {
            String line = answers.readLine();
            if (line == null) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " has ended; see its log in target/bench");
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds of processor time since the start. */
    double cpuMillis() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e6)
                .orElse(0.0);
    }

    /** Kilobytes of the process that are in memory; zero where the system does not tell. */
    long residentKilobytes() {
        return residentKilobytes(process);
    }

    static long residentKilobytes(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        orders.println("stop");
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
