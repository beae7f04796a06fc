package lv.varu.consultation.position;

import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.Consultations;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a host has the position: the host says so by its link, or staff learned it. */
@Component
@Transactional
@NamedInterface("shared")
public class ReceiptDesk {
    private final Links links;
    private final Consultations consultations;
    private final Deliveries deliveries;
    private final PositionDelivery delivery;

    ReceiptDesk(Links links, Consultations consultations, Deliveries deliveries, PositionDelivery delivery) {
        this.links = links;
        this.consultations = consultations;
        this.deliveries = deliveries;
        this.delivery = delivery;
    }

    /** @throws lv.varu.account.LinkGone when the link opens nothing */
    Receipt look(String token) {
        var found = find(token);
        return new Receipt(consultations.get(found.consultationId()), found);
    }

    public Receipt confirm(String token) {
        var found = find(token);
        var consultation = consultations.getHeld(found.consultationId());
        delivery.confirm(found, Delivery.Proof.LINK, Objects.requireNonNullElse(found.recipientName(), found.host()));
        return new Receipt(consultation, found);
    }

    private Delivery find(String token) {
        var link = links.open(token, Link.Purpose.CONFIRM_RECEIPT);
        return deliveries
                .findById(UUID.fromString(link.subject()))
                .orElseThrow(() -> new ConsultationNotFound(link.subject()));
    }

    /** Staff heard of it some other way. */
    public void note(UUID id, String host, Person by) {
        var consultation = consultations.getHeld(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        var found = deliveries.get(id, host);
        if (found.sentAt() == null) {
            throw new ConsultationNotFound(id + " " + host);
        }
        delivery.confirm(found, Delivery.Proof.STAFF, by.name());
    }

    /** What was sent, and to whom. */
    record Receipt(Consultation consultation, Delivery delivery) {}
}
