package lv.varu.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The disk of the files is full for a while: files are refused with a sentence, proposals without files go on. */
class FullDisk implements Run {
    /** A small disk that nobody but the program sees; an ordinary user may have one, too. */
    private static final List<String> OWN_DISK = List.of("unshare", "-rm", "sh", "-c");

    private static final String MOUNT = "mount -t tmpfs -o size=4m files '%s' && exec \"$0\" \"$@\"";

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("full-disk");
        var files = Files.createDirectories(folder.resolve("files"));
        if (!isPermitted(files)) {
            report.skip("a disk of its own is not permitted here (unshare -rm, mount -t tmpfs)");
            return;
        }
        var data = ground.lay(folder);
        var launch = onOwnDisk(files);
        launch.addAll(Program.launch(ground, ground.classPath()));
        try (var server = Server.start(data, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        launch,
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(
                                server.settings(),
                                smtp.settings(),
                                Map.of("VARU_DOCUMENT_FOLDER", files.toString())))) {
            program.awaitUp(Duration.ofMinutes(2));
            var disk = Path.of("/proc/%d/root%s".formatted(program.process().pid(), files));
            try (var load = new Load(program::address, sizes, smtp)) {
                Thread.sleep(sizes.load().toMillis());
                var filler = fill(disk);
                int before = load.acknowledged().size();
                refuses(ground, program, report);
                Thread.sleep(sizes.load().toMillis());
                report.expect(load.acknowledged().size() > before, "nothing is taken in while the disk is full");
                report.expect(load.withoutRoom() > 0, "no file of the load met the full disk");
                report.figure("without room", load.withoutRoom());
                Files.delete(filler);
                Audit.finish(server, load, report);
                Audit.books(server, load, smtp, disk, report);
                report.expect(isEmpty(disk.resolve("incoming")), "a file that was refused lies there still");
                Audit.chain(ground, folder, data, server.settings(), report);
            }
        }
    }

    private static List<String> onOwnDisk(Path files) {
        var command = new ArrayList<>(OWN_DISK);
        command.add(MOUNT.formatted(files));
        return command;
    }

    private static boolean isPermitted(Path files) throws InterruptedException {
        var command = onOwnDisk(files);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path fill(Path disk) throws IOException {
        var filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    /** In the language of whoever reads it, and with what they wrote. */
    private static void refuses(Ground ground, Program program, Report report) throws IOException {
        var http = HttpClient.newHttpClient();
        for (var language : List.of("lv", "en")) {
            var key = "diski";
            var answer = Paper.send(http, program.address(), key, language);
            report.expect(answer.statusCode() == 507, "a file was answered with " + answer.statusCode());
            report.expect(
                    answer.body().contains(sentence(ground, language)),
                    "nobody says in %s that there is no room".formatted(language));
            for (var typed : Paper.fields(key).values()) {
                report.expect(answer.body().contains(typed), "lost: " + typed);
            }
        }
    }

    private static String sentence(Ground ground, String language) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(
                ground.classes().resolve("messages/document_%s.properties".formatted(language)))) {
            texts.load(file);
        }
        return Objects.requireNonNull(texts.getProperty("document.refused.NO_SPACE"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
