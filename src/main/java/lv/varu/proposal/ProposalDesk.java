package lv.varu.proposal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.mail.Outbox;
import lv.varu.proposal.author.AuthorLinks;
import lv.varu.proposal.author.Rating;
import lv.varu.proposal.author.Ratings;
import lv.varu.proposal.merging.SplittingDesk;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What authors and staff do with a proposal until it goes to the municipality, and when its outcome is public. */
@Service
@Transactional
@NamedInterface("shared")
public class ProposalDesk {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final ProposalProcess process;
    private final ProposalDeadlines deadlines;
    private final ProposalLetters letters;
    private final AuthorLinks authorLinks;
    private final Followers followers;
    private final SplittingDesk splitting;
    private final Documents documents;
    private final Outbox outbox;
    private final Ratings ratings;
    private final Links links;
    private final Trail trail;
    private final Clock clock;

    ProposalDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            ProposalProcess process,
            ProposalDeadlines deadlines,
            ProposalLetters letters,
            AuthorLinks authorLinks,
            Followers followers,
            SplittingDesk splitting,
            Documents documents,
            Outbox outbox,
            Ratings ratings,
            Links links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.process = process;
        this.deadlines = deadlines;
        this.letters = letters;
        this.authorLinks = authorLinks;
        this.followers = followers;
        this.splitting = splitting;
        this.documents = documents;
        this.outbox = outbox;
        this.ratings = ratings;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the page behind the confirmation letter shows before the button; nothing changes. */
    public ConfirmationRequest look(String token) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.CONFIRM_PROPOSAL));
        return new ConfirmationRequest(
                rows.forAuthor(proposal.id()), callOf(proposal), proposal.confirmBy(), proposal.confirmedAt() != null);
    }

    /**
     * The submitter confirms by the link of the letter.
     *
     * @return a link that follows the proposal; a second confirmation changes nothing
     * @throws Proposal.Erased when it came too late
     */
    public URI confirm(String token) {
        UUID id = subject(token, Link.Purpose.CONFIRM_PROPOSAL);
        Proposal proposal = proposals.get(id);
        Instant now = clock.instant();
        if (proposal.confirmedAt() == null) {
            proposal.confirm(now);
            proposals.save(proposal);
            trail.record(proposal.key(), "proposal.confirmed");
            process.submissionConfirmed(id);
        }
        return authorLinks.follow(id);
    }

    /** Everything that the holder of a tracking link may know. */
    public Tracking follow(String token) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.FOLLOW_PROPOSAL));
        return new Tracking(
                rows.forAuthor(proposal.id()),
                callOf(proposal),
                proposal.confirmBy(),
                proposal.confirmedAt(),
                proposal.lateSince(),
                proposal.deadlines(),
                documents.of(proposal.key()));
    }

    /**
     * The author says what the answer is worth; the last word counts.
     *
     * @throws Proposal.OutOfTurn as long as there is no answer
     */
    public void rate(String token, Rating rating) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.FOLLOW_PROPOSAL));
        proposal.requireAnswer();
        ratings.save(proposal.id(), rating, clock.instant());
        String comment = rating.comment();
        trail.record(
                proposal.key(),
                "proposal.rated",
                Map.of("score", rating.score()),
                comment == null ? Map.of() : Map.of("comment", comment));
    }

    private UUID subject(String token, Link.Purpose purpose) {
        return UUID.fromString(links.open(token, purpose).subject());
    }

    /** Staff decide whether the proposal goes on. */
    public void screen(UUID id, Screening screening, UUID by) {
        Proposal proposal = proposals.get(id);
        Instant now = clock.instant();
        Call call = callOf(proposal);
        Map<String, @Nullable Object> before = screened(proposal);
        if (call.isOver(now)) {
            goAloneWithoutPosition(proposal, screening, call);
        }
        proposal.screen(screening, by, call.isOver(now) ? null : call.closesOn(), now);
        trail.change(
                proposal.key(),
                screening.declines() ? "proposal.declined" : "proposal.screened",
                before,
                screened(proposal));
        proposals.save(proposal);
    }

    /** Who entered it has looked at it already, so that it is not screened a second time. */
    void screenedOnEntry(UUID id) {
        Proposal proposal = proposals.get(id);
        screen(
                id,
                new Screening(proposal.topic(), proposal.municipality(), proposal.place(), proposal.asset(), null),
                Objects.requireNonNull(proposal.enteredBy()));
    }

    /** Held, so that the delivery of the position and the last screening see each other. */
    private void goAloneWithoutPosition(Proposal proposal, Screening screening, Call call) {
        calls.hold(call.id());
        if (!screening.declines() && !proposal.isOnItsOwnWay() && !calls.awaitsPosition(call.id())) {
            proposal.goOnItsOwnWay();
            trail.record(proposal.key(), "proposal.onItsOwnWay");
        }
    }

    void register(UUID id) {
        Proposal proposal = proposals.get(id);
        Instant now = clock.instant();
        Call call = callOf(proposal);
        LocalDate today = Riga.dayOf(now);
        Long number = proposal.number();
        proposal.register(
                number == null ? rows.nextNumber() : number, deadlines.screening(call.documentType(), today), now);
        proposals.save(proposal);
        trail.record(
                proposal.key(), "proposal.registered", Map.of("number", Objects.requireNonNull(proposal.number())));
        intake.submitter(id)
                .filter(submitter -> submitter.email() != null)
                .ifPresent(to -> letters.receipt(proposal, call, to, authorLinks.follow(id)));
    }

    public void expire(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.expire(clock.instant());
        intake.erase(id);
        documents.removeAll(proposal.key());
        outbox.forget(proposal.key());
        trail.record(proposal.key(), "proposal.expired");
        trail.erasePersonal(proposal.key());
        proposals.saveAndFlush(proposal);
    }

    void notifyDeclined(UUID id) {
        followers.tell(id, letters::declined);
    }

    void publish(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.publish(clock.instant());
        proposals.saveAndFlush(proposal);
        Outcome outcome = proposal.outcome();
        trail.record(
                proposal.key(), "proposal.published", outcome == null ? Map.of() : Map.of("outcome", outcome.name()));
        UUID whole = proposal.splitFrom();
        if (whole == null) {
            followers.tell(id, letters::publication);
        } else {
            splitting.settle(whole);
        }
    }

    void publishCombined(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.publishCombined(clock.instant());
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.publishedCombined");
        List<ProposalView> parts = rows.partsOf(id, true);
        followers.tell(id, (whole, call, to, tracking) -> letters.combined(whole, call, parts, to, tracking));
    }

    private Call callOf(Proposal proposal) {
        return calls.find(proposal.callId())
                .orElseThrow(() -> new CallNotFound(proposal.callId().toString()));
    }

    private static Map<String, @Nullable Object> screened(Proposal proposal) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("topic", proposal.topic().name());
        facts.put("municipality", proposal.municipality());
        facts.put("place", proposal.place());
        facts.put("asset", proposal.asset() == null ? null : Objects.toString(proposal.asset()));
        facts.put("status", proposal.status().name());
        facts.put("reason", proposal.declineReason());
        return facts;
    }

    /** @param confirmed whether it was done before */
    public record ConfirmationRequest(
            ProposalView proposal, Call call, @Nullable Instant confirmBy, boolean confirmed) {}

    /** What the author of a proposal sees of it. */
    public record Tracking(
            ProposalView proposal,
            Call call,
            @Nullable Instant confirmBy,
            @Nullable Instant confirmedAt,
            @Nullable LocalDate lateSince,
            List<StoredDeadline> deadlines,
            List<Document> files) {}
}
