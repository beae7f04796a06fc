package lv.varu.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What lets a person sign in, and in which role. */
@Entity
class Account implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String name;
    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String partnership;
    private String language;
    private @Nullable String password;
    private Instant createdAt;
    private @Nullable Instant disabledAt;
    private @Nullable Instant signedInAt;

    protected Account() {}

    Account(UUID id, Identity identity, Position position, Locale language, Instant now) {
        this.id = id;
        this.name = identity.name().strip();
        this.email = identity.email();
        this.role = position.role();
        this.partnership = position.partnership();
        this.language = language.getLanguage();
        this.createdAt = now;
    }

    /** One spelling per address, so that nobody has two accounts by accident. */
    static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    Person person() {
        return new Person(id, name, email, role, partnership, Locale.forLanguageTag(language));
    }

    void call(String newName, Locale newLanguage) {
        this.name = newName.strip();
        this.language = newLanguage.getLanguage();
    }

    void appoint(Position position) {
        this.role = position.role();
        this.partnership = position.partnership();
    }

    void choosePassword(String hash) {
        this.password = hash;
    }

    void disable(Instant now) {
        if (disabledAt == null) {
            this.disabledAt = now;
        }
    }

    void enable() {
        this.disabledAt = null;
    }

    void signedIn(Instant now) {
        this.signedInAt = now;
    }

    /** The hash against which a password is checked; none while the account is disabled or not set up. */
    Optional<String> usablePassword() {
        return isActive() ? Optional.ofNullable(password) : Optional.empty();
    }

    /** What the person did stays, without them; the address stays unique and reaches nobody. */
    void forget(Instant now) {
        disable(now);
        this.name = "–";
        this.email = id + "@erased.invalid";
        this.password = null;
    }

    boolean isActive() {
        return disabledAt == null;
    }

    boolean isSetUp() {
        return password != null;
    }

    Position position() {
        return new Position(role, partnership);
    }

    Instant openedAt() {
        return createdAt;
    }

    Optional<Instant> lastSignIn() {
        return Optional.ofNullable(signedInAt);
    }

    /** What the trail compares; names and addresses are personal and recorded apart. */
    Map<String, Object> facts() {
        return Map.of("role", role.name(), "partnership", partnership == null ? "" : partnership, "language", language);
    }

    Map<String, Object> personalFacts() {
        return Map.of("name", name, "email", email);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** Who the account is for. */
    record Identity(String name, String email) {
        Identity {
            email = canonical(email);
        }
    }

    /** A role and where it holds: an administrator works for no partnership, everybody else for one. */
    record Position(Role role, @Nullable String partnership) {
        Position {
            if ((role == Role.ADMINISTRATOR) != (partnership == null)) {
                throw new IllegalArgumentException(role + " " + partnership);
            }
        }
    }
}
