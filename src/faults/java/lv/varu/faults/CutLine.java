package lv.varu.faults;

import java.time.Duration;

/** The line to the database is cut for a while: first as when a cable is pulled, then with everybody hung up on. */
class CutLine implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("cut-line");
        var data = ground.lay(folder);
        try (var server = Server.start(data, sizes.port() + 1);
                var wire = new Wire(sizes.port() + 3, sizes.port() + 1);
                var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var program = Program.start(
                        ground,
                        folder.resolve("varu.log"),
                        data,
                        sizes.port(),
                        Maps.of(server.settings("127.0.0.1:" + (sizes.port() + 3)), smtp.settings()))) {
            program.awaitUp(Duration.ofMinutes(2));
            try (var load = new Load(program::address, sizes, smtp)) {
                Thread.sleep(sizes.load().toMillis());
                wire.cutSilently();
                Thread.sleep(sizes.outage().toMillis());
                wire.mend();
                report.expect(comesBack(load), "nothing is taken in after the silent cut");
                wire.cut();
                Thread.sleep(sizes.outage().toMillis() / 4);
                wire.mend();
                report.expect(comesBack(load), "nothing is taken in after the second cut");
                report.figure("s silent", sizes.outage().toSeconds());
                report.figure("s hung up", sizes.outage().toSeconds() / 4);
                Audit.close(ground, folder, data, server, load, smtp, report);
            }
        }
    }

    private static boolean comesBack(Load load) throws InterruptedException {
        int before = load.acknowledged().size();
        for (int second = 0; second < 60 && load.acknowledged().size() <= before + 3; second++) {
            Thread.sleep(1000);
        }
        return load.acknowledged().size() > before + 3;
    }
}
