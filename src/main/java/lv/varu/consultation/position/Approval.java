package lv.varu.consultation.position;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What the manager of one of the owners decided about the joint position. */
@Entity
@Table(name = "consultation_approval")
public class Approval {
    @Id
    private UUID id;

    private UUID consultationId;
    private String owner;
    private boolean approved;
    private String comment;
    private String decidedBy;
    private Instant decidedAt;

    protected Approval() {}

    Approval(
            UUID id,
            UUID consultationId,
            String owner,
            boolean approved,
            String comment,
            String decidedBy,
            Instant decidedAt) {
        this.id = id;
        this.consultationId = consultationId;
        this.owner = owner;
        this.approved = approved;
        this.comment = comment;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    /** Code of the partnership. */
    public String owner() {
        return owner;
    }

    public boolean approved() {
        return approved;
    }

    public String comment() {
        return comment;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
