package lv.varu.faults;

import java.time.Duration;
import java.util.Random;

/** kill -9 of the program with its embedded database, again and again, while people send proposals. */
class KilledProgram implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var chance = new Random(sizes.seed());
        var folder = ground.folder("killed-program");
        var data = ground.lay(folder);
        try (var smtp = new Smtp(sizes.port() + 2, sizes.seed())) {
            var program = Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings());
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                int starting = 0;
                for (int kill = 0; kill < sizes.kills(); kill++) {
                    // One in five dies before it has come up.
                    boolean early = chance.nextInt(5) == 0;
                    if (early) {
                        starting++;
                        Thread.sleep(500 + chance.nextInt(8000));
                    } else {
                        program.awaitUp(Duration.ofMinutes(2));
                        Thread.sleep(chance.nextInt((int) sizes.load().toMillis()));
                    }
                    program.kill();
                    program = Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings());
                }
                report.figure("kills", sizes.kills());
                report.figure("while starting", starting);
                program.awaitUp(Duration.ofMinutes(2));
                Audit.close(ground, folder, data, new Embedded(data), load, smtp, report);
            } finally {
                program.close();
            }
        }
    }
}
