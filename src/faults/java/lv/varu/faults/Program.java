package lv.varu.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own. */
class Program implements AutoCloseable {
    private static final List<String> JVM =
            List.of("-Duser.timezone=UTC", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final URI address;
    private final Path log;

    private Program(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static Program start(Ground ground, Path log, Path data, int port, Map<String, String> settings)
            throws IOException {
        return start(ground, ground.classPath(), log, data, port, settings);
    }

    static Program start(Ground ground, String classPath, Path log, Path data, int port, Map<String, String> settings)
            throws IOException {
        return start(launch(ground, classPath), log, data, port, settings);
    }

    /** @param launch the command that starts it */
    static Program start(List<String> launch, Path log, Path data, int port, Map<String, String> settings)
            throws IOException {
        return new Program(
                process(launch, log, environment(data, port, settings)), URI.create("http://127.0.0.1:" + port), log);
    }

    /** One of the program's commands, to its end. */
    static Said command(Ground ground, Path log, Path data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        var launch = new ArrayList<>(launch(ground, ground.classPath()));
        launch.addAll(List.of(arguments));
        var process = process(launch, log, environment(data, 0, settings));
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end of " + String.join(" ", arguments));
        }
        return new Said(process.exitValue(), Files.readString(log));
    }

    static List<String> launch(Ground ground, String classPath) {
        var launch = jvm();
        if (Files.exists(ground.archive())) {
            launch.add("-XX:SharedArchiveFile=" + ground.archive());
        }
        launch.addAll(List.of("-cp", classPath, "lv.varu.Varu"));
        return launch;
    }

    static List<String> launchJar(Path jar) {
        var launch = jvm();
        launch.addAll(List.of("-jar", jar.toString()));
        return launch;
    }

    private static List<String> jvm() {
        var launch = new ArrayList<String>();
        launch.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        launch.addAll(JVM);
        return launch;
    }

    private static Process process(List<String> launch, Path log, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(launch)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** As an office would run it, but quicker to try again, so that a run ends in minutes. */
    private static Map<String, String> environment(Path data, int port, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "VARU_DATA_DIR", data.toString(),
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "VARU_LIMITS_FORMS_REQUESTS", "1000000",
                "VARU_LIMITS_SUBMISSIONS_REQUESTS", "1000000",
                "VARU_LIMITS_QUERIES_REQUESTS", "1000000",
                "VARU_SIGN_IN_FAILURES_PER_ADDRESS", "1000",
                "CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS", "10000"));
        all.putAll(Map.of(
                "VARU_MAIL_POLL_EVERY", "1s",
                "VARU_MAIL_LEASE", "10s",
                "VARU_MAIL_PER_MINUTE", "1000000",
                "VARU_MAIL_FIRST_RETRY", "2s",
                "VARU_MAIL_LONGEST_RETRY", "4s",
                "VARU_DOCUMENT_RESERVE", "0MB"));
        all.putAll(settings);
        return all;
    }

    URI address() {
        return address;
    }

    Process process() {
        return process;
    }

    void awaitUp(Duration atMost) throws IOException, InterruptedException {
        var end = Instant.now().plus(atMost);
        while (!isUp()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("the program did not come up, see " + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Without a word, at whatever it is doing. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the program did not stop, see " + log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What a command printed, and its exit code. */
    record Said(int code, String text) {}
}
