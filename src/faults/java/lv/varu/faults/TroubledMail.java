package lv.varu.faults;

import java.time.Duration;

/** A mail server that is down, slow, refuses some people and hangs up in the middle of letters. */
class TroubledMail implements Run {
    @Override
    public void run(Ground ground, Report report) throws Exception {
        var sizes = ground.sizes();
        var folder = ground.folder("troubled-mail");
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
                // Those whose key ends in an even digit never confirm, so refusing them costs no confirmation.
                smtp.refuse(recipient -> recipient.matches(".*[0246]@faults.example") && recipient.charAt(0) == '1');
                Thread.sleep(sizes.load().toMillis());
                smtp.down();
                int sent = load.acknowledged().size();
                Thread.sleep(sizes.load().toMillis());
                report.expect(load.acknowledged().size() > sent, "nothing was taken in while the mail server was down");
                smtp.up();
                smtp.slow(1500);
                sent = load.acknowledged().size();
                Thread.sleep(sizes.load().toMillis());
                report.expect(load.acknowledged().size() > sent, "nothing was taken in while the mail server was slow");
                smtp.slow(0);
                smtp.drop(40);
                Thread.sleep(sizes.load().toMillis());
                smtp.drop(0);
                report.figure("dropped", smtp.dropped());
                report.figure("refused", smtp.refused());
                Audit.close(ground, folder, data, server, load, smtp, report);
                refusedOnce(server, smtp, report);
            }
        }
    }

    private static void refusedOnce(Server server, Smtp smtp, Report report) throws Exception {
        try (var connection = server.connect()) {
            var books = new Books(connection);
            long refused = books.number("select count(*) from mail_letter where state = 'REFUSED'");
            report.expect(
                    refused > 0 && refused == smtp.refused(),
                    "%d letters are marked as refused, the server refused %d".formatted(refused, smtp.refused()));
        }
    }
}
