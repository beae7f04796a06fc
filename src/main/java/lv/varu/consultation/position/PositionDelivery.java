package lv.varu.consultation.position;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.consultation.Addressees;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationLetters;
import lv.varu.consultation.ConsultationProcess;
import lv.varu.consultation.ConsultationSettings;
import lv.varu.consultation.Consultations;
import lv.varu.directory.MunicipalContact;
import lv.varu.mail.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the partnership's position to every host of the document and makes sure that it arrives. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PositionDelivery {
    private final Consultations consultations;
    private final Deliveries deliveries;
    private final Addressees addressees;
    private final PositionDocument document;
    private final ConsultationLetters letters;
    private final ConsultationProcess process;
    private final ConsultationSettings settings;
    private final Links links;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    PositionDelivery(
            Consultations consultations,
            Deliveries deliveries,
            Addressees addressees,
            PositionDocument document,
            ConsultationLetters letters,
            ConsultationProcess process,
            ConsultationSettings settings,
            Links links,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.deliveries = deliveries;
        this.addressees = addressees;
        this.document = document;
        this.letters = letters;
        this.process = process;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** The hosts to whom staff have to send it themselves. */
    List<String> toHosts(Consultation consultation, Position position) {
        if (consultation.isOwnHosted()) {
            return List.of();
        }
        byte[] pdf = document.pdf(consultation, position);
        List<String> byHand = new ArrayList<>();
        for (String host : consultation.hosts()) {
            var addressee = addressees.of(host);
            if (addressee.isPresent() && !position.eAddressHosts().contains(host)) {
                send(consultation, host, addressee.get(), pdf);
            } else {
                deliveries.save(Delivery.byHand(consultation.id(), host, addressee.orElse(null)));
                byHand.add(host);
            }
        }
        return byHand;
    }

    /** Hosts of whom the directory knows nobody to write to. */
    @Transactional(readOnly = true)
    public List<String> withoutEmail(Consultation consultation) {
        return consultation.isOwnHosted()
                ? List.of()
                : consultation.hosts().stream()
                        .filter(host -> addressees.of(host).isEmpty())
                        .toList();
    }

    private void send(Consultation consultation, String host, MunicipalContact to, byte[] pdf) {
        var delivery = deliveries.save(Delivery.byEmail(consultation.id(), host, to, clock.instant()));
        outbox.post(letters.position(consultation, delivery, link(delivery), pdf));
        trail.record(ConsultationDesk.key(consultation.id()), "consultation.position-sent", Map.of("host", host));
    }

    private String link(Delivery delivery) {
        return links.issue(
                Link.Purpose.CONFIRM_RECEIPT,
                delivery.id().toString(),
                delivery.host(),
                clock.instant().plus(settings.receiptLinkLasts()));
    }

    /** As staff sent it, in whatever manner. */
    void sent(UUID consultation, String host, Delivery.Manner how, String number, Instant at, String by) {
        deliveries.get(consultation, host).sent(how, number, at, by);
        trail.record(
                ConsultationDesk.key(consultation),
                "consultation.position-sent-by-hand",
                Map.of("host", host, "manner", how.name(), "number", number, "sentAt", at.toString()));
    }

    /** Whoever has no e-mail is not written to; the call comes all the same. */
    public void remind(UUID id, String host) {
        var delivery = deliveries.get(id, host);
        if (delivery.recipientEmail() == null || delivery.isConfirmed()) {
            return;
        }
        delivery.reminded(clock.instant());
        outbox.post(letters.receiptReminder(consultations.get(id), delivery, link(delivery)));
        trail.record(ConsultationDesk.key(id), "consultation.receipt-reminded", Map.of("host", host));
    }

    /** The one who was called says whether it is there. */
    public void called(UUID id, String host, boolean received, String note, String by) {
        var delivery = deliveries.get(id, host);
        delivery.called(note, clock.instant());
        trail.record(ConsultationDesk.key(id), "consultation.host-called", Map.of("host", host, "comment", note));
        if (received) {
            // The task that tells of it is the end of waiting, so that nobody needs to be told in the model.
            note(delivery, Delivery.Proof.TELEPHONE, by);
        }
    }

    /** Whether it was news. */
    boolean confirm(Delivery delivery, Delivery.Proof how, String by) {
        boolean news = note(delivery, how, by);
        if (news) {
            process.receiptConfirmed(delivery.consultationId(), delivery.host());
        }
        return news;
    }

    private boolean note(Delivery delivery, Delivery.Proof how, String by) {
        boolean news = delivery.confirm(how, by, clock.instant());
        if (news) {
            trail.record(
                    ConsultationDesk.key(delivery.consultationId()),
                    "consultation.receipt-confirmed",
                    Map.of("host", delivery.host(), "proof", how.name()));
        }
        return news;
    }
}
