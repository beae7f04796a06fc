package lv.varu.suggestion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One emptying of a box. */
@Entity
class CollectionRound {
    static final String KIND = "suggestion-box";

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID boxId;

    @Enumerated(EnumType.STRING)
    private RoundState state;

    private LocalDate begunOn;
    private LocalDate dueOn;
    private @Nullable Instant emptiedAt;
    private @Nullable Instant sortedAt;

    protected CollectionRound() {}

    CollectionRound(UUID id, UUID boxId, LocalDate begunOn, LocalDate dueOn) {
        this.id = id;
        this.boxId = boxId;
        this.begunOn = begunOn;
        this.dueOn = dueOn;
        state = RoundState.OPEN;
    }

    void requireOpen() {
        require(RoundState.OPEN);
    }

    void emptied(long sheets, Instant now) {
        require(RoundState.OPEN);
        state = sheets == 0 ? RoundState.EMPTY : RoundState.EMPTIED;
        emptiedAt = now;
    }

    void sorted(Instant now) {
        require(RoundState.EMPTIED);
        state = RoundState.SORTED;
        sortedAt = now;
    }

    private void require(RoundState expected) {
        if (state != expected) {
            throw new OutOfTurn(id, state);
        }
    }

    CaseKey key() {
        return keyOf(id);
    }

    static CaseKey keyOf(UUID id) {
        return CaseKey.of(KIND, id);
    }

    public UUID id() {
        return id;
    }

    public UUID boxId() {
        return boxId;
    }

    public RoundState state() {
        return state;
    }

    public LocalDate begunOn() {
        return begunOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable Instant emptiedAt() {
        return emptiedAt;
    }

    /** This is not the step that follows. */
    @ResponseStatus(HttpStatus.CONFLICT)
    static class OutOfTurn extends RuntimeException {
        OutOfTurn(UUID id, RoundState state) {
            super(id + " " + state);
        }
    }
}
