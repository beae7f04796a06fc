package lv.varu.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** kill -9 of the embedded PostgreSQL alone: the program brings it up again and goes on. */
class KilledEmbedded implements Run {
    /** More than what may have been answered just as the database ended. */
    private static final int UNDER_WAY = 8;

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var chance = new Random(sizes.seed());
        var folder = ground.folder("killed-embedded");
        var data = ground.lay(folder);
        try (var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings())) {
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                long longest = 0;
                for (int kill = 0; kill < sizes.databaseKills(); kill++) {
                    Thread.sleep(1000 + chance.nextInt((int) sizes.load().toMillis()));
                    kill(data);
                    longest = Math.max(longest, secondsUntilBack(load));
                }
                report.expect(longest < 60, "nothing is taken in a minute after the database was killed");
                report.expect(program.isAlive(), "the program did not survive its database");
                report.figure("kills", sizes.databaseKills());
                report.figure("s longest pause", longest);
                Audit.close(ground, folder, data, new Embedded(data), load, smtp, report);
            }
        }
    }

    /** The postmaster alone; its children have to notice by themselves. */
    private static void kill(Path data) throws Exception {
        var file = data.resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static long secondsUntilBack(Load load) throws InterruptedException {
        int before = load.acknowledged().size();
        long second = 0;
        while (second < 60 && load.acknowledged().size() <= before + UNDER_WAY) {
            Thread.sleep(1000);
            second++;
        }
        return second;
    }
}
