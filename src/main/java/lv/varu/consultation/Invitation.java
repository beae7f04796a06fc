package lv.varu.consultation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation asked by a personal link to say what it thinks. */
@Entity
@Table(name = "consultation_invitation")
public class Invitation {
    @Id
    private UUID id;

    private UUID consultationId;
    private UUID organisationId;
    private String organisationName;
    private String email;
    private String language;
    private Instant sentAt;
    private @Nullable Instant remindedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant answeredAt;

    protected Invitation() {}

    Invitation(
            UUID id,
            UUID consultationId,
            UUID organisationId,
            String organisationName,
            String email,
            String language,
            Instant sentAt) {
        this.id = id;
        this.consultationId = consultationId;
        this.organisationId = organisationId;
        this.organisationName = organisationName;
        this.email = email;
        this.language = language;
        this.sentAt = sentAt;
    }

    void opened(Instant now) {
        if (openedAt == null) {
            openedAt = now;
        }
    }

    void answered(Instant now) {
        opened(now);
        if (answeredAt == null) {
            answeredAt = now;
        }
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID consultationId() {
        return consultationId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String organisationName() {
        return organisationName;
    }

    public String email() {
        return email;
    }

    public String language() {
        return language;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
