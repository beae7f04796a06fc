package lv.varu.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.proposal.ProposalView;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A promise of a municipality, from the published answer until it is kept or given up. */
@Entity
@DynamicUpdate
class Commitment {
    static final String KIND = "commitment";

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID proposalId;
    private UUID callId;
    private String partnership;
    private String[] owners;
    private String municipality;

    @Enumerated(EnumType.STRING)
    private CommitmentState state;

    private String title;
    private @Nullable String promise;
    private @Nullable BigDecimal amount;
    private @Nullable Integer year;
    private @Nullable String budgetLine;
    private @Nullable LocalDate councilOn;
    private @Nullable String link;
    private @Nullable String unfollowedReason;
    private @Nullable UUID contactId;
    private int everyMonths;
    private Instant begunAt;
    private @Nullable Instant recordedAt;
    private @Nullable UUID recordedBy;
    private @Nullable Instant newsAt;
    private @Nullable Instant concludedAt;
    private @Nullable LocalDate nextOn;
    private @Nullable LocalDate reportBy;

    private String searchWords;

    protected Commitment() {}

    Commitment(
            UUID id,
            ProposalView proposal,
            String partnership,
            List<String> owners,
            int everyMonths,
            String words,
            Instant now) {
        this.id = id;
        proposalId = proposal.id();
        callId = proposal.callId();
        this.partnership = partnership;
        this.owners = owners.toArray(String[]::new);
        municipality = proposal.municipality();
        title = proposal.title();
        contactId = proposal.contactId();
        this.everyMonths = everyMonths;
        searchWords = words;
        state = CommitmentState.RECORDING;
        begunAt = now;
    }

    void record(Promised promised, Asking asking, String words, UUID by, Instant now) {
        require(state == CommitmentState.RECORDING);
        take(promised, asking, words);
        recordedAt = now;
        recordedBy = by;
    }

    void leaveUnfollowed(String reason, UUID by, Instant now) {
        require(state == CommitmentState.RECORDING);
        if (reason.isBlank()) {
            throw new OutOfTurn(id, state);
        }
        unfollowedReason = reason;
        recordedAt = now;
        recordedBy = by;
    }

    void closeUnfollowed(Instant now) {
        require(unfollowedReason != null);
        state = CommitmentState.NOT_FOLLOWED;
        concludedAt = now;
    }

    void announce(Instant now) {
        require(state == CommitmentState.RECORDING && promise != null);
        state = CommitmentState.NOT_STARTED;
        newsAt = now;
    }

    void correct(Promised promised, Asking asking, String words) {
        require(isFollowed());
        take(promised, asking, words);
    }

    private void take(Promised promised, Asking asking, String words) {
        promise = promised.what();
        amount = promised.amount();
        year = promised.year();
        budgetLine = promised.budgetLine();
        councilOn = promised.councilOn();
        link = promised.link();
        contactId = asking.contact();
        everyMonths = asking.everyMonths();
        searchWords = words;
    }

    /** A new round begins: on the day the municipality is asked, until the other it is to tell. */
    void plan(LocalDate nextOn, LocalDate reportBy) {
        require(promise != null && concludedAt == null);
        this.nextOn = nextOn;
        this.reportBy = reportBy;
    }

    void progress(CommitmentState now, Instant at) {
        require(isFollowed() && now.isPublic());
        state = now;
        newsAt = at;
        nextOn = null;
        reportBy = null;
        if (now.isEnd()) {
            concludedAt = at;
        }
    }

    /** It ended too early, or by mistake. */
    void resume() {
        require(promise != null && concludedAt != null);
        concludedAt = null;
    }

    /** There is something to follow after all. */
    void recordAfterAll() {
        require(unfollowedReason != null && concludedAt != null);
        unfollowedReason = null;
        concludedAt = null;
        recordedAt = null;
        recordedBy = null;
        state = CommitmentState.RECORDING;
    }

    private void require(boolean inTurn) {
        if (!inTurn) {
            throw new OutOfTurn(id, state);
        }
    }

    /** The municipality is still asked for news of it. */
    boolean isFollowed() {
        return state.isPublic() && concludedAt == null;
    }

    CaseKey key() {
        return keyOf(id);
    }

    static CaseKey keyOf(UUID id) {
        return CaseKey.of(KIND, id);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID proposalId() {
        return proposalId;
    }

    UUID callId() {
        return callId;
    }

    String partnership() {
        return partnership;
    }

    List<String> owners() {
        return List.of(owners);
    }

    String municipality() {
        return municipality;
    }

    CommitmentState state() {
        return state;
    }

    String title() {
        return title;
    }

    @Nullable
    Promised promised() {
        return promise == null ? null : new Promised(promise, amount, year, budgetLine, councilOn, link);
    }

    @Nullable
    String unfollowedReason() {
        return unfollowedReason;
    }

    @Nullable
    UUID contactId() {
        return contactId;
    }

    int everyMonths() {
        return everyMonths;
    }

    @Nullable
    LocalDate councilOn() {
        return councilOn;
    }

    @Nullable
    Integer year() {
        return year;
    }

    @Nullable
    LocalDate nextOn() {
        return nextOn;
    }

    @Nullable
    LocalDate reportBy() {
        return reportBy;
    }

    /** This is not the step that follows. */
    @ResponseStatus(HttpStatus.CONFLICT)
    static class OutOfTurn extends RuntimeException {
        OutOfTurn(UUID id, CommitmentState state) {
            super(id + " " + state);
        }
    }
}
