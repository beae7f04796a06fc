package lv.varu.consultation;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.varu.RouteExamples;
import lv.varu.consultation.position.Deliveries;
import lv.varu.consultation.position.Delivery;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.turn.Revision;
import lv.varu.consultation.turn.RevisionDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A consultation of Kaimiņi whose window is open and whose document has a second version. */
@Component
class ConsultationRoutes implements RouteExamples {
    private final ConsultationDesk desk;
    private final RevisionDesk revisions;
    private final ConsultationExamples examples;
    private final ConsultationWalk walk;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    ConsultationRoutes(
            ConsultationDesk desk,
            RevisionDesk revisions,
            ConsultationExamples examples,
            ConsultationWalk walk,
            Deliveries deliveries,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.revisions = revisions;
        this.examples = examples;
        this.walk = walk;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    @Override
    public Map<String, String> addresses() {
        var open = examples.joint("KAIMINI");
        var id = desk.register(open, examples.manager("KAIMINI"));
        walk.open(id, examples.staff("KAIMINI"), examples.manager("KAIMINI"), Channel.WEBSITE);
        var version = new Revision.New("2. redakcija", LocalDate.of(2021, 12, 1), "", "Labota 4. nodaļa.");
        try (var file =
                new java.io.ByteArrayInputStream("Otrā redakcija".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            revisions.revise(id, version, new RevisionDesk.Upload("otra.txt", file), examples.staff("KAIMINI"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status -> {
            var delivery = Delivery.byHand(id, "PREILI", null);
            delivery.sent(Delivery.Manner.OTHER, "1", java.time.Instant.EPOCH, "Anna");
            deliveries.save(delivery);
        });
        var page = "/darbs/apspriesanas/" + open.code();
        Map<String, String> addresses = new HashMap<>();
        for (var turn : List.of("pagarinat", "redakcija", "atsaukt")) {
            addresses.put("/darbs/apspriesanas/{code}/" + turn, page + "/" + turn);
        }
        addresses.put("/darbs/apspriesanas/{code}/redakcijas/{number}", page + "/redakcijas/2");
        addresses.put("/darbs/apspriesanas/{code}/sanemta/{host}", page + "/sanemta/PREILI");
        for (var form : List.of("", "/parasta")) {
            addresses.put("/darbs/sagataves/{partnership}/{form}" + form, "/darbs/sagataves/KAIMINI/nostaja" + form);
        }
        return addresses;
    }
}
