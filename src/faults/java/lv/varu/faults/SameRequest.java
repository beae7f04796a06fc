package lv.varu.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The same request fifty times at once, ten times over: one proposal each, and everybody hears the same receipt. */
class SameRequest implements Run {
    private static final int ROUNDS = 10;

    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("same-request");
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
                var people = Executors.newFixedThreadPool(sizes.atOnce());
                var answers = new HashSet<String>();
                int refused = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    var key = "%016x".formatted(0xfa0000L + round);
                    load.alsoSent(key);
                    var ready = new CountDownLatch(sizes.atOnce());
                    Callable<String> one = () -> {
                        ready.countDown();
                        ready.await();
                        var answer = load.send(program.address(), key);
                        return answer.statusCode() == 202 ? answer.body() : "refused " + answer.statusCode();
                    };
                    var heard = new ArrayList<String>();
                    for (var answer : people.invokeAll(Collections.nCopies(sizes.atOnce(), one))) {
                        heard.add(answer.get());
                    }
                    var different = Set.copyOf(heard);
                    refused += (int) heard.stream()
                            .filter(answer -> answer.startsWith("refused"))
                            .count();
                    report.expect(different.size() == 1, "different answers to one key: " + different);
                    load.alsoAcknowledged(key, heard.get(0));
                    answers.addAll(different);
                }
                people.shutdown();
                report.figure("at once", sizes.atOnce());
                report.figure("keys", ROUNDS);
                report.figure("different answers", answers.size());
                report.figure("refused", refused);
                Audit.close(ground, folder, data, server, load, smtp, report);
            }
        }
    }
}
