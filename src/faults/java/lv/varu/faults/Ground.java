package lv.varu.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Where the runs take place: folders, the program's class path, and the data that each of them begins with. */
class Ground {
    /** The consultation of the sample that is open. */
    static final String CODE = "PARAUGS-KRASLAVA-IEKRP";

    private final Sizes sizes;
    private final Path top;
    private final Path classes;
    private final Path jar;
    private final String classPath;

    Ground(Sizes sizes) throws IOException {
        this.sizes = sizes;
        this.top = Path.of(System.getProperty("faults.folder", "target/faults")).toAbsolutePath();
        this.classes =
                Path.of(System.getProperty("faults.classes", "target/classes")).toAbsolutePath();
        this.jar = top.resolve("varu-classes.jar");
        this.classPath = jar
                + File.pathSeparator
                + Files.readString(Path.of(System.getProperty("faults.classpath", "target/faults/varu.classpath")))
                        .strip();
        Files.createDirectories(top);
    }

    Sizes sizes() {
        return sizes;
    }

    Path top() {
        return top;
    }

    /** Class path of the program, with something before it for the faults that need it. */
    String classPath(Path... before) {
        return Stream.concat(Arrays.stream(before).map(Path::toString), Stream.of(classPath))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /** The program's own classes and models, as the build made them. */
    Path classes() {
        return classes;
    }

    /** The classes of the harness, for a program that is to have some of them. */
    static Path harness() {
        return Path.of(
                Ground.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** An empty folder for a run. */
    Path folder(String name) throws IOException {
        Path folder = top.resolve(name);
        remove(folder);
        return Files.createDirectories(folder);
    }

    /** The data folder of a program that has run for a while: everybody's account, consultations, one of them open. */
    Path lay(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        copy(told(), data);
        return data;
    }

    /** The first one tells it, in whatever lane, and packs the program. */
    Path told() throws IOException, InterruptedException {
        synchronized (Ground.class) {
            return toldOnce();
        }
    }

    private Path toldOnce() throws IOException, InterruptedException {
        Path told = top.resolve("told");
        Path done = told.resolve("done");
        if (Files.exists(jar)
                && Files.exists(done)
                && Files.getLastModifiedTime(done).compareTo(newestClass()) > 0) {
            return told.resolve("data");
        }
        remove(told);
        Files.createDirectories(told);
        System.out.println("Telling the sample once ...");
        pack();
        Path data = told.resolve("data");
        try (var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        this,
                        told.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(
                                smtp.settings(),
                                Map.of(
                                        "SPRING_PROFILES_ACTIVE",
                                        "demo",
                                        "JDK_JAVA_OPTIONS",
                                        "-XX:ArchiveClassesAtExit=" + archive())))) {
            program.awaitUp(Duration.ofMinutes(5));
            // The letters of the sample leave now, and not in the middle of a run.
            awaitQuiet(smtp);
            program.stop();
        }
        Files.createFile(done);
        return data;
    }

    static void awaitQuiet(Smtp smtp) throws InterruptedException {
        int before;
        do {
            before = smtp.arrived().size();
            Thread.sleep(5_000);
        } while (smtp.arrived().size() > before);
    }

    /** Twenty starts in a row are quicker from a jar and an archive of its classes. */
    private void pack() throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(found -> !found.equals(classes)).toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                // Spring finds classes only in folders that have an entry of their own.
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        Files.deleteIfExists(archive());
    }

    Path archive() {
        return top.resolve("varu.jsa");
    }

    private FileTime newestClass() throws IOException {
        try (var files = Files.walk(classes())) {
            // Each build writes the time into this one.
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("build-info.properties"))
                    .map(Ground::changed)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Database servers that programs of a run left behind. */
    void endServers(String run) throws IOException {
        try (var files = Files.find(
                top.resolve(run), 4, (file, facts) -> file.endsWith(Path.of("postgres", "postmaster.pid")))) {
            for (var file : files.toList()) {
                long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
                ProcessHandle.of(pid)
                        .filter(process -> process.info().command().orElse("").contains("postgres"))
                        .ifPresent(ProcessHandle::destroy);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        // Owners and rights matter to the database server, and a copy by the system keeps them.
        var copied = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (copied != 0) {
            throw new IOException("could not copy " + from);
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
