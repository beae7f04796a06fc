package lv.varu.consultation.position;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import lv.varu.directory.MunicipalContact;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** The way of the position to one host, until it is known that it has arrived. */
@Entity
@Table(name = "consultation_delivery")
@NamedInterface("shared")
public class Delivery {
    @Id
    private UUID id;

    private UUID consultationId;
    private String host;

    @Enumerated(EnumType.STRING)
    private Manner manner;

    private @Nullable String recipientName;
    private @Nullable String recipientEmail;
    private String language;
    private @Nullable Instant sentAt;
    private @Nullable String sentBy;
    private @Nullable String messageNumber;
    private @Nullable Instant remindedAt;
    private @Nullable Instant calledAt;
    private @Nullable String callNote;
    private @Nullable Instant confirmedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Proof confirmedHow;

    private @Nullable String confirmedBy;

    @Version
    private int version;

    protected Delivery() {}

    private Delivery(UUID consultationId, String host, Manner manner, @Nullable MunicipalContact to) {
        this.id = UUID.randomUUID();
        this.consultationId = consultationId;
        this.host = host;
        this.manner = manner;
        this.recipientName = to == null ? null : to.name();
        this.recipientEmail = to == null ? null : to.email();
        this.language = (to == null ? Locale.forLanguageTag("lv") : to.language()).getLanguage();
    }

    static Delivery byEmail(UUID consultationId, String host, MunicipalContact to, Instant now) {
        var delivery = new Delivery(consultationId, host, Manner.EMAIL, to);
        delivery.sentAt = now;
        return delivery;
    }

    /** Staff will send it themselves; whoever may be reminded by e-mail is known all the same. */
    public static Delivery byHand(UUID consultationId, String host, @Nullable MunicipalContact to) {
        return new Delivery(consultationId, host, Manner.E_ADDRESS, to);
    }

    public void sent(Manner how, String number, Instant at, String by) {
        this.manner = how;
        this.messageNumber = number;
        this.sentAt = at;
        this.sentBy = by;
    }

    void reminded(Instant now) {
        this.remindedAt = now;
    }

    void called(String note, Instant now) {
        this.callNote = note;
        this.calledAt = now;
    }

    /** Whether it was news. */
    boolean confirm(Proof how, String by, Instant now) {
        if (confirmedAt != null) {
            return false;
        }
        this.confirmedAt = now;
        this.confirmedHow = how;
        this.confirmedBy = by;
        return true;
    }

    /** How it went; {@code consultation.delivery.manner.EMAIL}. */
    public enum Manner {
        EMAIL,
        E_ADDRESS,
        PORTAL,
        OTHER
    }

    /** How the arrival is known; {@code consultation.delivery.proof.LINK}. */
    public enum Proof {
        LINK,
        STAFF,
        TELEPHONE,
        ANSWER
    }

    public UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    /** Code of the place. */
    public String host() {
        return host;
    }

    public Manner manner() {
        return manner;
    }

    public @Nullable String recipientName() {
        return recipientName;
    }

    @Nullable
    public String recipientEmail() {
        return recipientEmail;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable String sentBy() {
        return sentBy;
    }

    /** Of the message in the e-address or on the portal. */
    public @Nullable String messageNumber() {
        return messageNumber;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }

    public @Nullable Instant calledAt() {
        return calledAt;
    }

    public @Nullable String callNote() {
        return callNote;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Proof confirmedHow() {
        return confirmedHow;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }
}
