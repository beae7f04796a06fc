package lv.varu.consultation;

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

    protected Publication() {}

    Publication(UUID id, UUID consultationId, Channel channel) {
        this.id = id;
        this.consultationId = consultationId;
        this.channel = channel;
    }

    void published(String where, LocalDate on, String by) {
        this.link = where;
        this.publishedOn = on;
        this.publishedBy = by;
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
}
