package lv.varu.consultation.publication;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice in one channel: planned first, then with link and date as proof. */
@Entity
@Table(name = "consultation_publication")
public class Publication {
    @Id
    private UUID id;

    private UUID consultationId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable String link;
    private @Nullable LocalDate publishedOn;
    private @Nullable String publishedBy;
    private @Nullable String note;
    private @Nullable Integer reach;

    protected Publication() {}

    public Publication(UUID id, UUID consultationId, Channel channel) {
        this.id = id;
        this.consultationId = consultationId;
        this.channel = channel;
    }

    public void published(String where, LocalDate on, String by) {
        this.link = where;
        this.publishedOn = on;
        this.publishedBy = by;
    }

    /** Corrects what is known of it, whoever published it. */
    void describe(Channel where, String link, LocalDate on, @Nullable Integer reach, @Nullable String note) {
        this.channel = where;
        this.link = link;
        this.publishedOn = on;
        this.reach = reach;
        this.note = note;
    }

    public UUID id() {
        return id;
    }

    public UUID consultationId() {
        return consultationId;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable String link() {
        return link;
    }

    public @Nullable LocalDate publishedOn() {
        return publishedOn;
    }

    public @Nullable String publishedBy() {
        return publishedBy;
    }

    public @Nullable String note() {
        return note;
    }

    /** How many people saw it. */
    public @Nullable Integer reach() {
        return reach;
    }
}
