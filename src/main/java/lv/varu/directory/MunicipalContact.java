package lv.varu.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in a municipality who answers proposals, or is told when an answer is late. */
@Entity
public class MunicipalContact extends Entry {
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

    private String searchText;

    protected MunicipalContact() {}

    MunicipalContact(UUID id, ContactDetails details, String placeName, Change change) {
        super(id, change);
        set(details, placeName);
    }

    void take(ContactDetails details, String placeName, Change change) {
        set(details, placeName);
        changed(change);
    }

    private void set(ContactDetails details, String placeName) {
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
    }

    public ContactDetails details() {
        return new ContactDetails(municipality, department, name, position, email, phone, topics(), manager, language);
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
}
