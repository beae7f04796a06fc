package lv.varu.consultation.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An organisation asked by a personal link to say what it thinks. */
@Entity
@Table(name = "consultation_invitation")
// Others write the same row at the same time: how the letter fares, whether another one is due.
@DynamicUpdate
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
    private @Nullable Instant draftedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant nilAt;
    private @Nullable String nilComment;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    private InvitationStatus status;

    protected Invitation() {}

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

    void drafted(Instant now) {
        opened(now);
        if (draftedAt == null) {
            draftedAt = now;
        }
    }

    /** It has no proposals; one that it makes later counts all the same. */
    void nothingToPropose(@Nullable String comment, Instant now) {
        opened(now);
        nilAt = now;
        nilComment = comment;
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

    public @Nullable Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable Instant nilAt() {
        return nilAt;
    }

    public @Nullable String nilComment() {
        return nilComment;
    }

    /** As it was when the row was read. */
    public InvitationStatus status() {
        return status;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
