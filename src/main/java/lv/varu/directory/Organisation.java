package lv.varu.directory;

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

/** An organisation that can be invited, kept by one partnership and readable by all. */
@Entity
public class Organisation implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String partnership;
    private String place;
    private String[] topics;
    private @Nullable String registrationNumber;
    private @Nullable String contactPerson;
    private @Nullable String email;
    private @Nullable String phone;
    private Locale language;
    private boolean active = true;
    private String searchText;
    private Instant changedAt;
    private @Nullable UUID changedBy;

    @Transient
    private boolean fresh;

    protected Organisation() {}

    Organisation(UUID id, OrganisationDetails details, String placeName, Change change) {
        this.id = id;
        fresh = true;
        set(details, placeName, change);
    }

    void take(OrganisationDetails details, String placeName, Change change) {
        set(details, placeName, change);
    }

    private void set(OrganisationDetails details, String placeName, Change change) {
        name = details.name();
        kind = details.kind();
        partnership = details.partnership();
        place = details.place();
        topics = Topics.stored(details.topics());
        registrationNumber = details.registrationNumber();
        contactPerson = details.contactPerson();
        email = details.email();
        phone = details.phone();
        language = details.language();
        searchText = Folding.fold(name, contactPerson, email, registrationNumber, placeName);
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

    public OrganisationDetails details() {
        return new OrganisationDetails(
                name, kind, partnership, place, topics(), registrationNumber, contactPerson, email, phone, language);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public String partnership() {
        return partnership;
    }

    public String place() {
        return place;
    }

    public Set<Topic> topics() {
        return Topics.read(topics);
    }

    public @Nullable String registrationNumber() {
        return registrationNumber;
    }

    public @Nullable String contactPerson() {
        return contactPerson;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public Locale language() {
        return language;
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
