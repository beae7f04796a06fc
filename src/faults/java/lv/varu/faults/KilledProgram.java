package lv.varu.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** kill -9 of the program with its embedded database, again and again, while people send proposals. */
class KilledProgram implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var chance = new Random(sizes.seed());
        var folder = ground.folder("killed-program");
        var data = ground.lay(folder);
        try (var smtp = new Smtp(sizes.port() + 2, sizes.seed())) {
            var program = new AtomicReference<>(
                    Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings()));
            program.get().awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(() -> program.get().address(), sizes, smtp)) {
                int starting = 0;
                for (int kill = 0; kill < sizes.kills(); kill++) {
                    // One in five dies before it has come up.
                    boolean early = chance.nextInt(5) == 0;
                    if (early) {
                        starting++;
                        Thread.sleep(500 + chance.nextInt(8000));
                    } else {
                        program.get().awaitUp(Duration.ofMinutes(2));
                        Thread.sleep(chance.nextInt((int) sizes.load().toMillis()));
                    }
                    program.get().kill();
                    program.set(
                            Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings()));
                }
                report.figure("kills", sizes.kills());
                report.figure("while starting", starting);
                program.get().awaitUp(Duration.ofMinutes(2));
                Audit.close(ground, folder, data, program.get(), load, smtp, report);
            } finally {
                program.get().close();
            }
        }
    }
}
