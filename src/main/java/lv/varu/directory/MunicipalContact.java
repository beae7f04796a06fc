package lv.varu.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Somebody in a municipality who answers proposals, or is told when an answer is late. */
@Entity
public class MunicipalContact implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private int version;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Department department;

    private String name;

    @Column(name = "job")
    private @Nullable String position;

    private String email;
    private @Nullable String phone;
    private Locale language;
    private String[] topics;

    @Column(name = "manager_id")
    private @Nullable UUID manager;

    private boolean active = true;
    private String searchText;
    private Instant changedAt;
    private @Nullable UUID changedBy;

    @Transient
    private boolean fresh;

    protected MunicipalContact() {}

    MunicipalContact(UUID id, ContactDetails details, String placeName, Change change) {
        this.id = id;
        fresh = true;
        set(details, placeName, change);
    }

    void take(ContactDetails details, String placeName, Change change) {
        set(details, placeName, change);
    }

    private void set(ContactDetails details, String placeName, Change change) {
        municipality = details.municipality();
        department = details.department();
        name = details.name();
        position = details.position();
        email = details.email();
        phone = details.phone();
        language = details.language();
        topics = Topics.stored(details.topics());
        manager = details.manager();
        searchText = Folding.fold(name, position, email, placeName);
        changedAt = change.at();
        changedBy = change.by();
    }

    /** @return whether it was not so before */
    boolean activate(boolean wanted, Change change) {
        if (active == wanted) {
            return false;
        }
        active = wanted;
        changedAt = change.at();
        changedBy = change.by();
        return true;
    }

    public ContactDetails details() {
        return new ContactDetails(municipality, department, name, position, email, phone, topics(), manager, language);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String municipality() {
        return municipality;
    }

    public Department department() {
        return department;
    }

    public String name() {
        return name;
    }

    public @Nullable String position() {
        return position;
    }

    public String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public Locale language() {
        return language;
    }

    public Set<Topic> topics() {
        return Topics.read(topics);
    }

    /** Id of the contact who is told when an answer is late. */
    public @Nullable UUID manager() {
        return manager;
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
