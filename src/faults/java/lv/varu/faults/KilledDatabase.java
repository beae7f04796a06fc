package lv.varu.faults;

import java.time.Duration;
import java.util.Random;

/** kill -9 of PostgreSQL under load: by turns all of it, and one of the processes that serve a connection. */
class KilledDatabase implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var chance = new Random(sizes.seed());
        var folder = ground.folder("killed-database");
        var data = ground.lay(folder);
        try (var server = Server.start(data, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        ground,
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(server.settings(), smtp.settings()))) {
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                for (int kill = 0; kill < sizes.databaseKills(); kill++) {
                    Thread.sleep(1000 + chance.nextInt((int) sizes.load().toMillis()));
                    if (kill % 2 == 0) {
                        server.kill();
                        server.restart();
                    } else {
                        server.killOne();
                        server.awaitUp();
                    }
                }
                int before = load.acknowledged().size();
                Thread.sleep(sizes.load().toMillis());
                report.expect(load.acknowledged().size() > before, "nothing is taken in after the last kill");
                report.expect(program.isAlive(), "the program did not survive its database");
                report.figure("kills", sizes.databaseKills());
                Audit.close(ground, folder, data, server, load, smtp, report);
            }
        }
    }
}
