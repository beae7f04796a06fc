package lv.varu.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One person's wish about their data, from its arrival to the answer. */
@Entity
public class Inquiry implements Persistable<UUID> {
    static final String KIND = "inquiry";

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    @Enumerated(EnumType.STRING)
    private Wish wish;

    @Enumerated(EnumType.STRING)
    private Way way;

    @Enumerated(EnumType.STRING)
    private State state = State.UNCONFIRMED;

    private String email;
    private @Nullable String name;
    private Locale language;
    private @Nullable String verification;
    private Instant createdAt;
    private @Nullable Instant confirmBy;
    private @Nullable LocalDate receivedOn;
    private @Nullable LocalDate dueOn;
    private @Nullable String extensionReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Line> result = List.of();

    private @Nullable Instant answeredAt;
    private @Nullable UUID answeredBy;

    protected Inquiry() {}

    private Inquiry(Wish wish, Way way, Asker asker, Instant now) {
        this.id = UUID.randomUUID();
        this.wish = wish;
        this.way = way;
        this.email = asker.email();
        this.name = asker.name();
        this.language = asker.language();
        this.createdAt = now;
    }

    /** Nothing is found or told before the owner of the address has opened the letter. */
    static Inquiry asked(Wish wish, Asker asker, Instant confirmBy, Instant now) {
        var inquiry = new Inquiry(wish, Way.ONLINE, asker, now);
        inquiry.confirmBy = confirmBy;
        return inquiry;
    }

    static Inquiry entered(Wish wish, Way way, Asker asker, Entry entry, Instant now) {
        var inquiry = new Inquiry(wish, way, asker, now);
        inquiry.verification = entry.verification();
        inquiry.open(entry.receivedOn(), entry.dueOn());
        return inquiry;
    }

    void confirm(LocalDate today, LocalDate due) {
        require(State.UNCONFIRMED);
        open(today, due);
    }

    private void open(LocalDate received, LocalDate due) {
        state = State.OPEN;
        receivedOn = received;
        dueOn = due;
    }

    void extend(LocalDate until, String why) {
        require(State.OPEN);
        if (isExtended()) {
            throw new AlreadyExtended(id);
        }
        dueOn = until;
        extensionReason = why;
    }

    void answer(Outcome how, @Nullable String why, List<Line> lines, UUID by, Instant now) {
        require(State.OPEN);
        state = State.ANSWERED;
        outcome = how;
        reason = why;
        result = List.copyOf(lines);
        answeredBy = by;
        answeredAt = now;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new OutOfTurn(id, state);
        }
    }

    CaseKey key() {
        return CaseKey.of(KIND, id);
    }

    public UUID id() {
        return id;
    }

    public Wish wish() {
        return wish;
    }

    public Way way() {
        return way;
    }

    public State state() {
        return state;
    }

    public String email() {
        return email;
    }

    public @Nullable String name() {
        return name;
    }

    public Locale language() {
        return language;
    }

    public @Nullable String verification() {
        return verification;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant confirmBy() {
        return confirmBy;
    }

    public @Nullable LocalDate receivedOn() {
        return receivedOn;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isExtended() {
        return extensionReason != null;
    }

    public @Nullable String extensionReason() {
        return extensionReason;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String reason() {
        return reason;
    }

    public List<Line> result() {
        return result;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable UUID answeredBy() {
        return answeredBy;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    // Public, for the projection of Inquiries is made by another loader.
    public enum State {
        UNCONFIRMED,
        OPEN,
        ANSWERED
    }

    enum Outcome {
        COPY_SENT,
        ERASED,
        NOTHING_FOUND,
        REFUSED
    }

    /** Who asks. */
    public record Asker(String email, @Nullable String name, Locale language) {}

    /** What the office adds to a wish on paper. */
    record Entry(String verification, LocalDate receivedOn, LocalDate dueOn) {}

    /**
     * What became of the records of one kind.
     *
     * @param stays why they stay, or why part of them does
     */
    record Line(String kind, Fate fate, @Nullable String stays, long count) {
        /** The words of {@link lv.varu.privacy.Finding.Fate}, and what the office decided to keep. */
        enum Fate {
            GOES,
            LOSES_PERSON,
            STAYS,
            KEPT
        }
    }

    /** The wish has been answered already, or is not confirmed. */
    static class OutOfTurn extends RuntimeException {
        OutOfTurn(UUID id, State state) {
            super(id + " " + state);
        }
    }

    /** The law allows one extension. */
    static class AlreadyExtended extends RuntimeException {
        AlreadyExtended(UUID id) {
            super(id.toString());
        }
    }
}
