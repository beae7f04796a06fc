package lv.varu.consultation;

import java.util.Map;
import lv.varu.audit.Trail;
import lv.varu.directory.Contacts;
import lv.varu.directory.Topic;
import lv.varu.mail.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends the partnership's position to every host of the document. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PositionDelivery {
    private final Contacts contacts;
    private final PositionDocument document;
    private final ConsultationLetters letters;
    private final Outbox outbox;
    private final Trail trail;

    PositionDelivery(
            Contacts contacts, PositionDocument document, ConsultationLetters letters, Outbox outbox, Trail trail) {
        this.contacts = contacts;
        this.document = document;
        this.letters = letters;
        this.outbox = outbox;
        this.trail = trail;
    }

    void toHosts(Consultation consultation, Position position) {
        byte[] pdf = document.pdf(consultation, position);
        for (String host : consultation.hosts()) {
            var addressee = contacts.answering(host, Topic.PARTICIPATION, "DEVELOPMENT");
            addressee.ifPresent(contact -> outbox.post(letters.position(consultation, contact, pdf)));
            trail.record(
                    ConsultationDesk.key(consultation.id()),
                    addressee.isPresent() ? "consultation.position-sent" : "consultation.position-without-addressee",
                    Map.of("host", host));
        }
    }
}
