package lv.varu.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program as it was at an earlier commit, built once into a folder of the harness. */
class VersionBefore {
    private static final String MIGRATIONS = "src/main/resources/db/migration";

    private final Path top;
    private final String commit;

    private VersionBefore(Path top, String commit) {
        this.top = top;
        this.commit = commit;
    }

    /** @param wanted a commit, or nothing for the newest one that has other migrations; none without a history */
    static Optional<VersionBefore> of(Path top, String wanted) throws IOException, InterruptedException {
        var commit = wanted.isEmpty()
                ? said(Path.of(""), "git", "log", "-1", "--diff-filter=AD", "--format=%h^", "--", MIGRATIONS)
                : wanted;
        var known = said(Path.of(""), "git", "rev-parse", "--short", "--verify", "--quiet", commit + "^{commit}");
        return known.isEmpty() ? Optional.empty() : Optional.of(new VersionBefore(top, known));
    }

    String commit() {
        return commit;
    }

    /** How many migrations have come since. */
    long behind() throws IOException, InterruptedException {
        return migrations("HEAD") - migrations(commit);
    }

    private static long migrations(String commit) throws IOException, InterruptedException {
        return said(Path.of(""), "git", "ls-tree", "--name-only", commit, MIGRATIONS + "/")
                .lines()
                .count();
    }

    Path jar() throws IOException, InterruptedException {
        var jar = top.resolve("before-" + commit + ".jar");
        if (!Files.exists(jar)) {
            System.out.println("Building the version before, " + commit + ", once ...");
            build(jar);
        }
        return jar;
    }

    private void build(Path jar) throws IOException, InterruptedException {
        var source = top.resolve("before");
        Ground.remove(source);
        Files.createDirectories(source);
        var tar = top.resolve("before.tar");
        said(Path.of(""), "git", "archive", "--output=" + tar, commit);
        said(source, "tar", "-xf", tar.toString());
        var log = top.resolve("before.log");
        var built = new ProcessBuilder(
                        "./mvnw", "-o", "-B", "-q", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package")
                .directory(source.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (built != 0) {
            throw new IOException("the version before could not be built, see " + log);
        }
        Files.move(source.resolve("target/varu.jar"), jar);
        Files.delete(tar);
        Ground.remove(source);
    }

    /** What a program printed; nothing if it failed or is not there. */
    private static String said(Path folder, String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
