package lv.varu.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.audit.CaseKey;
import lv.varu.directory.Topic;
import lv.varu.proposal.entry.StaffEntry;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A proposal on its way from the submitter to a published answer. It is born by {@link Intake}, in one statement with
 * its submitter and consents.
 */
@Entity
// Timers of the same contact mark many proposals with one statement; a writer of other columns must not undo that.
@DynamicUpdate
public class Proposal extends AbstractAggregateRoot<Proposal> {
    static final String KIND = "proposal";

    @Id
    private UUID id;

    @Version
    private int version;

    private String receipt;
    private @Nullable Long number;
    private UUID callId;
    private String partnership;
    private String[] owners;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status;

    @Enumerated(EnumType.STRING)
    private IntakeChannel channel;

    private Locale language;
    private String title;
    private String text;

    @Enumerated(EnumType.STRING)
    private Topic topic;

    private String municipality;
    private @Nullable String place;

    @Enumerated(EnumType.STRING)
    private @Nullable Asset asset;

    private @Nullable String ownContribution;
    private @Nullable String supportAsked;
    private Instant submittedAt;
    private @Nullable Instant confirmBy;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant registeredAt;
    private @Nullable Instant screenedAt;
    private @Nullable UUID screenedBy;
    private @Nullable String declineReason;
    private @Nullable String leftOutReason;
    private @Nullable Instant forwardedAt;
    private @Nullable String department;
    private @Nullable UUID contactId;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate finalOn;
    private @Nullable Instant remindedAt;
    private @Nullable Instant remindedOnDueDayAt;
    private @Nullable Instant escalatedAt;
    private @Nullable Instant telephonedAt;
    private @Nullable String telephoneNote;
    private @Nullable LocalDate lateSince;
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable OutcomeRoute route;

    private @Nullable String rationale;
    private @Nullable Instant publishedAt;
    private @Nullable Instant expiredAt;
    private @Nullable Instant clarificationAskedAt;
    private @Nullable Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Withdrawal withdrawal;

    private @Nullable String withdrawalReason;
    private @Nullable UUID improvesId;
    private @Nullable LocalDate receivedOn;
    private @Nullable LocalDate writtenOn;
    private @Nullable LocalDate postmarkedOn;
    private @Nullable UUID enteredBy;
    private boolean ownAnswer;
    private boolean ownWay;
    private @Nullable LocalDate nextOn;
    private @Nullable Instant setAsideAt;
    private @Nullable UUID setAsideBy;
    private @Nullable String setAsideReason;

    @Enumerated(EnumType.STRING)
    private @Nullable ProposalStatus statusBefore;

    private @Nullable LocalDate nextBefore;
    private @Nullable UUID mergedInto;
    private @Nullable UUID splitFrom;
    private @Nullable Integer part;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StoredDeadline> deadlines = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<HiddenPassage> hidden = List.of();

    protected Proposal() {}

    Proposal(UUID id, Call call, String municipality, Submission submission, @Nullable Instant confirmBy, Instant now) {
        this.id = id;
        receipt = Receipt.fresh();
        callId = call.id();
        partnership = call.lead();
        owners = call.owners().toArray(String[]::new);
        status = ProposalStatus.UNCONFIRMED;
        channel = submission.channel();
        language = submission.language();
        title = submission.title();
        text = submission.text();
        topic = submission.topic();
        this.municipality = municipality;
        place = submission.place();
        ownContribution = submission.ownContribution();
        supportAsked = submission.supportAsked();
        submittedAt = now;
        this.confirmBy = confirmBy;
        ownWay = call.standing();
    }

    /** Staff enter it for somebody. */
    public void enteredBy(UUID person, StaffEntry entry) {
        enteredBy = person;
        receivedOn = entry.receivedOn();
        writtenOn = entry.writtenOn();
        postmarkedOn = entry.postmarkedOn();
    }

    /** Entered by staff, and nobody has worked with it. */
    public boolean isUntouchedEntry() {
        return enteredBy != null && status == ProposalStatus.RECEIVED;
    }

    /** It was entered by mistake, so nothing that a person wrote is kept; whoever undoes many tells it once. */
    public void undoEntry(Instant now) {
        if (!isUntouchedEntry()) {
            throw new OutOfTurn(receipt, status);
        }
        withdrawal = Withdrawal.ENTRY;
        erase(now);
    }

    void confirm(Instant now) {
        if (confirmedAt != null) {
            throw new AlreadyConfirmed(receipt);
        }
        if (status != ProposalStatus.UNCONFIRMED) {
            throw new Erased(receipt);
        }
        confirmedAt = now;
    }

    void register(long number, StoredDeadline screening, Instant now) {
        require(ProposalStatus.UNCONFIRMED);
        this.number = number;
        registeredAt = now;
        become(ProposalStatus.RECEIVED, screening.date());
        explain(List.of(screening));
    }

    /** Nobody confirmed it, so nothing that a person wrote is kept. */
    void expire(Instant now) {
        require(ProposalStatus.UNCONFIRMED);
        erase(now);
        registerEvent(new ProposalExpired(callId, id));
    }

    private void erase(Instant now) {
        title = "";
        text = "";
        place = null;
        ownContribution = null;
        supportAsked = null;
        expiredAt = now;
        become(ProposalStatus.EXPIRED, null);
    }

    /** @param nextOn until when others may still propose; the position comes after that */
    void screen(Screening screening, UUID by, @Nullable LocalDate nextOn, Instant now) {
        if (screenedAt != null) {
            throw new AlreadyScreened(receipt, screenedAt);
        }
        require(ProposalStatus.RECEIVED);
        String reason = screening.declineReason();
        if (reason != null && reason.isBlank()) {
            throw new DeclineReasonMissing(receipt);
        }
        sort(screening);
        declineReason = reason;
        screenedBy = by;
        screenedAt = now;
        if (screening.declines()) {
            become(ProposalStatus.DECLINED, null);
        } else {
            become(ProposalStatus.SCREENED, nextOn);
        }
        registerEvent(new ProposalScreened(callId, id));
    }

    /** The position is on its way without it. */
    void goOnItsOwnWay() {
        ownWay = true;
    }

    private void sort(Screening screening) {
        topic = screening.topic();
        municipality = screening.municipality();
        place = screening.place();
        asset = screening.asset();
    }

    /** Its author is asked something first; what staff have already sorted out stays. */
    public void askToClarify(Screening screening, Instant now) {
        require(ProposalStatus.RECEIVED);
        sort(screening);
        clarificationAskedAt = now;
        become(ProposalStatus.CLARIFYING, null);
    }

    /** Until when the author may answer. */
    public void clarifyUntil(StoredDeadline reminder, StoredDeadline end) {
        require(ProposalStatus.CLARIFYING);
        explain(List.of(reminder, end));
        nextOn = end.date();
    }

    public void clarify(String title, String text, StoredDeadline screening) {
        backToScreening(screening);
        this.title = title;
        this.text = text;
    }

    /** The author did not answer in time, so it goes on as it is. */
    public void goOnUnclarified(StoredDeadline screening) {
        backToScreening(screening);
    }

    private void backToScreening(StoredDeadline screening) {
        require(ProposalStatus.CLARIFYING);
        become(ProposalStatus.RECEIVED, screening.date());
        explain(List.of(screening));
    }

    /** @param reason in the author's words, if they gave one */
    public void withdraw(@Nullable String reason, Instant now) {
        takeBack(Withdrawal.AUTHOR, reason, now);
        registerEvent(new ProposalSetAside(callId, id));
    }

    /** There is nothing left to propose to. */
    public void closeWithCall(Instant now) {
        takeBack(Withdrawal.CALL, null, now);
    }

    private void takeBack(Withdrawal withdrawal, @Nullable String reason, Instant now) {
        if (!ProposalStatus.OPEN.contains(status)) {
            throw new OutOfTurn(receipt, status);
        }
        this.withdrawal = withdrawal;
        withdrawalReason = reason;
        withdrawnAt = now;
        become(ProposalStatus.WITHDRAWN, null);
    }

    /**
     * It is the better version of one that was declined.
     *
     * @param late too late for the position, so it is not delivered with others
     */
    void improve(UUID declined, boolean late) {
        improvesId = declined;
        ownWay = ownWay || late;
    }

    public void leaveOut(String reason) {
        require(ProposalStatus.SCREENED);
        if (reason.isBlank()) {
            throw new RationaleMissing(id);
        }
        leftOutReason = reason;
        nextOn = null;
    }

    /** @param contact who answers; nobody was found when there is none */
    public void route(String department, @Nullable UUID contact, List<StoredDeadline> computed) {
        require(ProposalStatus.SCREENED);
        this.department = department;
        contactId = contact;
        schedule(computed);
    }

    private void schedule(List<StoredDeadline> computed) {
        explain(computed);
        dueOn = dateOf(StoredDeadline.Kind.ANSWER);
        finalOn = dateOf(StoredDeadline.Kind.FINAL);
    }

    public void forward(Instant now) {
        require(ProposalStatus.SCREENED);
        forwardedAt = now;
        become(ProposalStatus.FORWARDED, dueOn);
    }

    /** The partnership itself has to answer. */
    public void answerByPartnership(List<StoredDeadline> computed, Instant now) {
        require(ProposalStatus.SCREENED);
        schedule(computed);
        ownAnswer = true;
        forwardedAt = now;
        become(ProposalStatus.ANSWERING, dueOn);
    }

    /** Somebody else of the municipality answers; the dates stay. */
    public void reroute(String department, @Nullable UUID contact) {
        require(ProposalStatus.FORWARDED);
        this.department = department;
        contactId = contact;
    }

    /** The wait begins anew, with other dates; reminders whose day has passed are not made up for. */
    public void postpone(List<StoredDeadline> computed, LocalDate today, Instant now) {
        require(ProposalStatus.FORWARDED);
        schedule(computed);
        nextOn = dueOn;
        lateSince = null;
        LocalDate reminder = dateOf(StoredDeadline.Kind.REMINDER);
        remindedAt = reminder == null || reminder.isAfter(today) ? null : now;
        remindedOnDueDayAt = null;
        escalatedAt = null;
        telephonedAt = null;
        telephoneNote = null;
    }

    /** The answer raises another question; until that is answered there is none. */
    public void askAgain() {
        require(ProposalStatus.ANSWERED);
        answeredAt = null;
        outcome = null;
        route = null;
        rationale = null;
        become(ProposalStatus.FORWARDED, null);
    }

    public void telephoned(String note, Instant now) {
        telephoneNote = note;
        telephonedAt = now;
    }

    public void markLate(LocalDate today) {
        require(ProposalStatus.FORWARDED);
        lateSince = today;
        nextOn = finalOn;
    }

    public void answer(Reply reply, Instant now) {
        if (answeredAt != null) {
            throw new AlreadyAnswered(receipt, answeredAt);
        }
        if (status != ProposalStatus.ANSWERING) {
            require(ProposalStatus.FORWARDED);
        }
        if (reply.lacksRationale()) {
            throw new RationaleMissing(id);
        }
        if (!reply.isComplete()) {
            throw new OutcomeMissing(id);
        }
        conclude(reply.outcome(), now);
        route = reply.outcome() == Outcome.REJECTED ? null : reply.route();
        rationale = reply.rationale();
    }

    public void recordNoReply(Instant now) {
        require(ProposalStatus.FORWARDED);
        conclude(Outcome.NO_REPLY, now);
    }

    void publish(Instant now) {
        if (!isLeftOut()) {
            require(ProposalStatus.ANSWERED);
        }
        publishedAt = now;
        become(ProposalStatus.PUBLISHED, null);
        registerEvent(new ProposalPublished(callId, id));
    }

    /** Keeps a passage from the public wherever it stands; hiding it twice changes nothing. */
    void hide(HiddenPassage passage) {
        if (Stream.of(title, text, ownContribution, supportAsked, rationale)
                .noneMatch(said -> said != null && said.contains(passage.passage()))) {
            throw new PassageMissing(receipt);
        }
        if (hidden.stream().noneMatch(one -> one.passage().equals(passage.passage()))) {
            var all = new ArrayList<>(hidden);
            all.add(passage);
            hidden = List.copyOf(all);
        }
    }

    /** @return what the public may read again; empty when somebody was faster */
    Optional<HiddenPassage> reveal(UUID passage) {
        Optional<HiddenPassage> found =
                hidden.stream().filter(one -> one.id().equals(passage)).findFirst();
        hidden = hidden.stream().filter(one -> !one.id().equals(passage)).toList();
        return found;
    }

    /** Another one says the same and speaks for both; this one can still be read. */
    public void mergeInto(Proposal other, String reason, UUID by, Instant now) {
        if (reason.isBlank()) {
            throw new RationaleMissing(id);
        }
        if (!other.isBeforePosition() || other.id.equals(id)) {
            throw new OutOfTurn(other.receipt, other.status);
        }
        putAside(ProposalStatus.MERGED, reason, by, now);
        mergedInto = other.id;
        if (splitFrom != null) {
            part = null;
        }
    }

    /** Its parts go their own ways. */
    public void split(String reason, UUID by, Instant now) {
        if (splitFrom != null) {
            throw new OutOfTurn(receipt, status);
        }
        putAside(ProposalStatus.SPLIT, reason, by, now);
    }

    private void putAside(ProposalStatus becomes, String reason, UUID by, Instant now) {
        if (!isBeforePosition()) {
            throw new OutOfTurn(receipt, status);
        }
        statusBefore = status;
        nextBefore = nextOn;
        setAsideAt = now;
        setAsideBy = by;
        setAsideReason = reason;
        become(becomes, null);
        registerEvent(new ProposalSetAside(callId, id));
    }

    /**
     * It stands for itself again, as it did before.
     *
     * @param screened nobody will look at it again: the time for that is over
     */
    public void takeUpAgain(boolean screened) {
        if (status != ProposalStatus.MERGED && status != ProposalStatus.SPLIT) {
            throw new OutOfTurn(receipt, status);
        }
        if (screened && statusBefore == ProposalStatus.RECEIVED) {
            screenedBy = setAsideBy;
            screenedAt = setAsideAt;
            become(ProposalStatus.SCREENED, null);
        } else {
            become(Objects.requireNonNull(statusBefore), nextBefore);
        }
        statusBefore = null;
        nextBefore = null;
        setAsideAt = null;
        setAsideBy = null;
        setAsideReason = null;
        mergedInto = null;
    }

    /** It can be merged with others or split. */
    public boolean isBeforePosition() {
        return (status == ProposalStatus.RECEIVED || status == ProposalStatus.SCREENED) && !isLeftOut();
    }

    /** Every part of it has an answer, which is the answer of the whole. */
    void publishCombined(Instant now) {
        require(ProposalStatus.SPLIT);
        publishedAt = now;
        become(ProposalStatus.PUBLISHED, null);
        registerEvent(new ProposalPublished(callId, id));
    }

    private void conclude(@Nullable Outcome outcome, Instant now) {
        this.outcome = outcome;
        answeredAt = now;
        become(ProposalStatus.ANSWERED, null);
        registerEvent(new ProposalAnswered(callId, id));
    }

    private void become(ProposalStatus status, @Nullable LocalDate nextOn) {
        this.status = status;
        this.nextOn = nextOn;
    }

    void requireAnswer() {
        require(ProposalStatus.PUBLISHED);
        if (outcome == Outcome.NO_REPLY || leftOutReason != null) {
            throw new OutOfTurn(receipt, status);
        }
    }

    private void require(ProposalStatus expected) {
        if (status != expected) {
            throw new OutOfTurn(receipt, status);
        }
    }

    private void explain(List<StoredDeadline> computed) {
        var kinds = computed.stream().map(StoredDeadline::kind).toList();
        var all = new ArrayList<>(deadlines);
        all.removeIf(earlier -> kinds.contains(earlier.kind()));
        all.addAll(computed);
        deadlines = List.copyOf(all);
    }

    private @Nullable LocalDate dateOf(StoredDeadline.Kind kind) {
        return deadline(kind).map(StoredDeadline::date).orElse(null);
    }

    Optional<StoredDeadline> deadline(StoredDeadline.Kind kind) {
        return deadlines.stream().filter(deadline -> deadline.kind() == kind).findFirst();
    }

    public CaseKey key() {
        return keyOf(id);
    }

    public static CaseKey keyOf(UUID id) {
        return CaseKey.of(KIND, id);
    }

    public UUID id() {
        return id;
    }

    public String receipt() {
        return receipt;
    }

    @Nullable
    public Long number() {
        return number;
    }

    public UUID callId() {
        return callId;
    }

    public String partnership() {
        return partnership;
    }

    public List<String> owners() {
        return List.of(owners);
    }

    public ProposalStatus status() {
        return status;
    }

    IntakeChannel channel() {
        return channel;
    }

    public Locale language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public Topic topic() {
        return topic;
    }

    public String municipality() {
        return municipality;
    }

    @Nullable
    String place() {
        return place;
    }

    @Nullable
    Asset asset() {
        return asset;
    }

    @Nullable
    public String ownContribution() {
        return ownContribution;
    }

    @Nullable
    public String supportAsked() {
        return supportAsked;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant confirmBy() {
        return confirmBy;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    public Instant screenedAt() {
        return screenedAt;
    }

    @Nullable
    UUID screenedBy() {
        return screenedBy;
    }

    @Nullable
    String declineReason() {
        return declineReason;
    }

    @Nullable
    String leftOutReason() {
        return leftOutReason;
    }

    public boolean isLeftOut() {
        return leftOutReason != null;
    }

    @Nullable
    public Instant forwardedAt() {
        return forwardedAt;
    }

    @Nullable
    public String department() {
        return department;
    }

    @Nullable
    public UUID contactId() {
        return contactId;
    }

    @Nullable
    public LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    public LocalDate finalOn() {
        return finalOn;
    }

    @Nullable
    Instant remindedAt() {
        return remindedAt;
    }

    @Nullable
    Instant remindedOnDueDayAt() {
        return remindedOnDueDayAt;
    }

    @Nullable
    Instant escalatedAt() {
        return escalatedAt;
    }

    @Nullable
    Instant telephonedAt() {
        return telephonedAt;
    }

    @Nullable
    String telephoneNote() {
        return telephoneNote;
    }

    @Nullable
    LocalDate lateSince() {
        return lateSince;
    }

    @Nullable
    public Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    public Outcome outcome() {
        return outcome;
    }

    @Nullable
    public OutcomeRoute route() {
        return route;
    }

    @Nullable
    public String rationale() {
        return rationale;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    LocalDate nextOn() {
        return nextOn;
    }

    /** Since when another one or its parts speak for it. */
    @Nullable
    Instant asideSince() {
        return setAsideAt;
    }

    @Nullable
    public String asideReason() {
        return setAsideReason;
    }

    @Nullable
    ProposalStatus statusBefore() {
        return statusBefore;
    }

    /** Another one that says the same and speaks for both. */
    @Nullable
    public UUID mergedInto() {
        return mergedInto;
    }

    /** The proposal of which this is a part. */
    @Nullable
    public UUID splitFrom() {
        return splitFrom;
    }

    /** Which part it is, counted from one. */
    @Nullable
    Integer part() {
        return part;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    public Withdrawal withdrawal() {
        return withdrawal;
    }

    @Nullable
    String withdrawalReason() {
        return withdrawalReason;
    }

    /** When it reached the office; none for what came through the form. */
    @Nullable
    LocalDate receivedOn() {
        return receivedOn;
    }

    @Nullable
    LocalDate writtenOn() {
        return writtenOn;
    }

    @Nullable
    public LocalDate postmarkedOn() {
        return postmarkedOn;
    }

    /** Who of the staff entered it, when its author did not send it through the form. */
    @Nullable
    public UUID enteredBy() {
        return enteredBy;
    }

    /** Not delivered with others: asked and published by itself. */
    public boolean isOnItsOwnWay() {
        return ownWay;
    }

    boolean isOwnAnswer() {
        return ownAnswer;
    }

    @Nullable
    UUID improvesId() {
        return improvesId;
    }

    List<StoredDeadline> deadlines() {
        return deadlines;
    }

    List<HiddenPassage> hidden() {
        return hidden;
    }

    /** Words of this proposal or about it, for readers who are neither staff nor its author. */
    public String withoutHidden(String words) {
        String left = words;
        // A passage may lie within another one.
        for (HiddenPassage one : hidden.stream()
                .sorted(Comparator.comparingInt(one -> -one.passage().length()))
                .toList()) {
            left = left.replace(one.passage(), "[…]");
        }
        return left;
    }

    /** A second confirmation; harmless, the first one counts. */
    static class AlreadyConfirmed extends ProposalFact {
        AlreadyConfirmed(String receipt) {
            super(receipt);
        }
    }

    /** It was not confirmed in time. */
    public static class Erased extends ProposalFact {
        Erased(String receipt) {
            super(receipt);
        }
    }

    static class AlreadyScreened extends ProposalFact {
        final Instant at;

        AlreadyScreened(String receipt, Instant at) {
            super(receipt);
            this.at = at;
        }
    }

    static class DeclineReasonMissing extends ProposalFact {
        DeclineReasonMissing(String receipt) {
            super(receipt);
        }
    }

    /** An answer came before, or the wait for one has ended. */
    public static class AlreadyAnswered extends ProposalFact {
        final Instant at;

        AlreadyAnswered(String receipt, Instant at) {
            super(receipt);
            this.at = at;
        }
    }

    static class RationaleMissing extends ProposalFact {
        RationaleMissing(UUID id) {
            super(id.toString());
        }
    }

    static class OutcomeMissing extends ProposalFact {
        OutcomeMissing(UUID id) {
            super(id.toString());
        }
    }

    /** What was to be hidden does not stand in the proposal. */
    static class PassageMissing extends ProposalFact {
        PassageMissing(String receipt) {
            super(receipt);
        }
    }

    /** This is not the step that follows. */
    @ResponseStatus(HttpStatus.CONFLICT)
    public static class OutOfTurn extends ProposalFact {
        final ProposalStatus status;

        public OutOfTurn(String receipt, ProposalStatus status) {
            super(receipt + " " + status);
            this.status = status;
        }
    }
}
