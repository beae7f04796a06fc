package lv.varu.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation that can be invited, kept by one partnership and readable by all. */
@Entity
public class Organisation extends Entry {
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
    private String searchText;

    protected Organisation() {}

    Organisation(UUID id, OrganisationDetails details, String placeName, Change change) {
        super(id, change);
        set(details, placeName);
    }

    void take(OrganisationDetails details, String placeName, Change change) {
        set(details, placeName);
        changed(change);
    }

    private void set(OrganisationDetails details, String placeName) {
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
    }

    public OrganisationDetails details() {
        return new OrganisationDetails(
                name, kind, partnership, place, topics(), registrationNumber, contactPerson, email, phone, language);
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
}
