package lv.varu.consultation.turn;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An end that was moved forward, and why. */
@Entity
@Table(name = "consultation_extension")
public class Extension {
    @Id
    private UUID id;

    private UUID consultationId;
    private LocalDate closedOn;
    private LocalDate closesOn;
    private String reason;
    private String extendedBy;
    private Instant extendedAt;

    protected Extension() {}

    Extension(
            UUID id,
            UUID consultationId,
            LocalDate closedOn,
            LocalDate closesOn,
            String reason,
            String extendedBy,
            Instant extendedAt) {
        this.id = id;
        this.consultationId = consultationId;
        this.closedOn = closedOn;
        this.closesOn = closesOn;
        this.reason = reason;
        this.extendedBy = extendedBy;
        this.extendedAt = extendedAt;
    }

    UUID id() {
        return id;
    }

    /** The last day until then. */
    public LocalDate closedOn() {
        return closedOn;
    }

    /** The last day from then on. */
    public LocalDate closesOn() {
        return closesOn;
    }

    public String reason() {
        return reason;
    }

    public String extendedBy() {
        return extendedBy;
    }

    public Instant extendedAt() {
        return extendedAt;
    }
}
