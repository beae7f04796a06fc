package lv.varu.proposal.author;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallClosed;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDeadlines;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The author of a declined proposal tries again, with everything still there that they wrote. */
@Service
@Transactional
public class Resubmission {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final IntakeDesk desk;
    private final ProposalDeadlines deadlines;
    private final AuthorLinks links;
    private final Trail trail;
    private final Clock clock;

    Resubmission(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            IntakeDesk desk,
            ProposalDeadlines deadlines,
            AuthorLinks links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.desk = desk;
        this.deadlines = deadlines;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the link opens; empty when it is too late, done before, or nothing was declined. */
    public Optional<Declined> open(String token, Call call) {
        return find(links.opened(token)).filter(found -> found.view().callId().equals(call.id()));
    }

    @Transactional(readOnly = true)
    Optional<Declined> find(UUID id) {
        Proposal proposal = proposals.get(id);
        Instant screenedAt = proposal.screenedAt();
        if (proposal.status() != ProposalStatus.DECLINED || screenedAt == null || rows.isImproved(id)) {
            return Optional.empty();
        }
        Call call = calls.get(proposal.callId());
        LocalDate until = deadlines.resubmission(call, Riga.dayOf(screenedAt));
        return until != null && Riga.today(clock).isAfter(until)
                ? Optional.empty()
                : Optional.of(new Declined(
                        rows.forAuthor(id),
                        proposal.ownContribution(),
                        proposal.supportAsked(),
                        intake.submitter(id).orElse(Submitter.ANONYMOUS),
                        until));
    }

    /**
     * @param token of the declined one
     * @throws CallClosed when it is too late, or done before
     */
    public Receipt submit(Submission submission, String key, String token) {
        UUID declined = links.opened(token);
        intake.hold(declined);
        Optional<Receipt> earlier = desk.earlier(submission, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Call call = calls.get(proposals.get(declined).callId());
        Declined found = find(declined).orElseThrow(() -> new CallClosed(call));
        boolean late = call.isOver(clock.instant());
        // Whoever has the link reads the letters of that address, so nobody need confirm it again.
        boolean known =
                Objects.equals(found.submitter().email(), submission.submitter().email());
        Receipt receipt = desk.resubmit(submission, key, declined, late, known);
        trail.record(Proposal.keyOf(declined), "proposal.resubmitted", Map.of("receipt", receipt.receipt()));
        return receipt;
    }

    /**
     * @param until the last day; none when there is no end
     */
    public record Declined(
            ProposalView view,
            @Nullable String ownContribution,
            @Nullable String supportAsked,
            Submitter submitter,
            @Nullable LocalDate until) {}
}
