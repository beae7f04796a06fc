package lv.varu.directory;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What people keep in the directory: nothing is deleted, only set aside. */
@MappedSuperclass
public abstract class Entry implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private int version;

    private boolean active = true;
    private Instant changedAt;
    private @Nullable UUID changedBy;

    @Transient
    private boolean fresh;

    protected Entry() {}

    Entry(UUID id, Change first) {
        this.id = id;
        changedAt = first.at();
        changedBy = first.by();
        fresh = true;
    }

    void changed(Change change) {
        changedAt = change.at();
        changedBy = change.by();
    }

    /** Tells whether it was not so before. */
    boolean activate(boolean wanted, Change change) {
        if (active == wanted) {
            return false;
        }
        active = wanted;
        changed(change);
        return true;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public boolean active() {
        return active;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public @Nullable UUID changedBy() {
        return changedBy;
    }

    @Override
    public UUID getId() {
        return id;
    }

    // The id comes with the form, so that a double submit meets the row of the first one.
    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void known() {
        fresh = false;
    }
}
