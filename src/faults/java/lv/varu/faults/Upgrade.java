package lv.varu.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The version before tells the sample, takes proposals in and is killed; today's program starts on its data. What was
 * acknowledged is there, and every case that was open goes on to its end.
 */
class Upgrade implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("upgrade");
        var before = VersionBefore.of(ground.top(), sizes.before());
        if (before.isEmpty()) {
            report.skip("no commit of an earlier version in a history of git");
            return;
        }
        report.figure("from", before.get().commit());
        report.figure("migrations", before.get().behind());
        var jar = before.get().jar();
        // Today's program is packed with it.
        ground.told();
        var data = folder.resolve("data");
        try (var smtp = new Smtp(sizes.port() + 2, sizes.seed());
                var old = Program.start(
                        Program.launchJar(jar),
                        folder.resolve("before.log"),
                        data,
                        sizes.port(),
                        Maps.of(smtp.settings(), Map.of("SPRING_PROFILES_ACTIVE", "demo")))) {
            old.awaitUp(Duration.ofMinutes(5));
            // Behind the letters of the sample those of the load would come too late to be answered.
            Ground.awaitQuiet(smtp);
            try (var load = new Load(old::address, sizes, smtp)) {
                Thread.sleep(2 * sizes.load().toMillis());
                int acknowledged = load.acknowledged().size();
                old.kill();
                var begun = Instant.now();
                try (var today =
                        Program.start(ground, folder.resolve("varu.log"), data, sizes.port(), smtp.settings())) {
                    today.awaitUp(Duration.ofMinutes(2));
                    report.figure(
                            "s start", Duration.between(begun, Instant.now()).toSeconds());
                    report.figure("acknowledged by it", acknowledged);
                    Thread.sleep(sizes.load().toMillis());
                    var database = new Embedded(data);
                    Audit.close(ground, folder, data, database, load, smtp, report);
                    var life = new LifeGoesOn(database, report);
                    life.after(today, life.letOneBeDue());
                    new OpenCases(today, database, report).goOn();
                    Audit.chain(ground, folder, data, database.settings(), report);
                }
            }
        }
    }
}
