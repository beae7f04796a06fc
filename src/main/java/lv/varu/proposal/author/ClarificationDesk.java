package lv.varu.proposal.author;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDeadlines;
import lv.varu.proposal.ProposalFact;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Screening;
import lv.varu.proposal.StoredDeadline;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.author.Clarifications.Clarification;
import lv.varu.proposal.similar.SimilarProposals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff ask the author to make a proposal clear; the author mends it by link, or it goes on as it is. */
@Service
@Transactional
public class ClarificationDesk {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Clarifications clarifications;
    private final Intake intake;
    private final SimilarProposals similar;
    private final ProposalProcess process;
    private final ProposalDeadlines deadlines;
    private final AuthorLetters letters;
    private final AuthorLinks links;
    private final Trail trail;
    private final Clock clock;

    ClarificationDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Clarifications clarifications,
            Intake intake,
            SimilarProposals similar,
            ProposalProcess process,
            ProposalDeadlines deadlines,
            AuthorLetters letters,
            AuthorLinks links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.clarifications = clarifications;
        this.intake = intake;
        this.similar = similar;
        this.process = process;
        this.deadlines = deadlines;
        this.letters = letters;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** Without an address nobody would read the question. */
    @Transactional(readOnly = true)
    public boolean canAsk(UUID id) {
        return intake.reachable(id).isPresent();
    }

    /** @throws NobodyToAsk when the author left no address */
    public void ask(UUID id, Screening screening, String question, UUID by) {
        Proposal proposal = proposals.get(id);
        Instant now = clock.instant();
        if (!canAsk(id)) {
            throw new NobodyToAsk(proposal.receipt());
        }
        proposal.askToClarify(screening, now);
        proposals.saveAndFlush(proposal);
        clarifications.ask(id, question, by, now);
        trail.record(proposal.key(), "proposal.clarificationAsked", Map.of(), Map.of("question", question));
    }

    /** Writes to the author; the dates are for the model's timers. */
    public ProposalDeadlines.Clarification request(UUID id) {
        Proposal proposal = proposals.get(id);
        Call call = calls.get(proposal.callId());
        var dates = deadlines.clarification(call.documentType(), Riga.today(clock));
        proposal.clarifyUntil(dates.reminder(), dates.end());
        proposals.saveAndFlush(proposal);
        clarifications.answerUntil(id, dates.end().date());
        write(proposal, letters::clarify);
        return dates;
    }

    public void remind(UUID id) {
        Proposal proposal = proposals.get(id);
        write(proposal, letters::clarifyReminder);
        trail.record(proposal.key(), "proposal.clarificationReminded");
    }

    /** What staff see next is the text as it was. */
    public void goOn(UUID id) {
        Proposal proposal = proposals.get(id);
        Instant now = clock.instant();
        write(proposal, letters::wentOn);
        clarifications.wentOn(id, now);
        proposal.goOnUnclarified(screeningFrom(proposal, now));
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.wentOnUnclarified");
    }

    /** What the page behind the letter shows; it stays readable when there is nothing to answer any more. */
    ToClarify look(String token) {
        UUID id = links.opened(token);
        ProposalView proposal = rows.forAuthor(id);
        Clarification asked = clarifications.of(id).stream().findFirst().orElseThrow(() -> new ProposalNotFound(id));
        return new ToClarify(
                proposal, calls.get(proposal.callId()), asked, proposal.status() == ProposalStatus.CLARIFYING);
    }

    /**
     * The author's better text; what was written before stays readable for staff.
     *
     * @throws NotAsked when it was answered before, or the time is over
     */
    public void answer(String token, String title, String text) {
        UUID id = links.opened(token);
        Proposal proposal = proposals.get(id);
        if (proposal.status() != ProposalStatus.CLARIFYING) {
            throw new NotAsked(proposal.receipt());
        }
        Instant now = clock.instant();
        Map<String, String> before = words(proposal);
        Map<String, String> after = Map.of("title", title, "text", text);
        if (!before.equals(after)) {
            clarifications.keepVersion(id, proposal.title(), proposal.text(), now);
        }
        write(proposal, letters::clarified);
        clarifications.answered(id, now);
        proposal.clarify(title, text, screeningFrom(proposal, now));
        proposals.saveAndFlush(proposal);
        similar.read(id, proposal.callId(), title, text);
        trail.changePersonal(proposal.key(), "proposal.clarified", before, after);
        process.clarified(id);
    }

    private StoredDeadline screeningFrom(Proposal proposal, Instant now) {
        return deadlines.screening(calls.get(proposal.callId()).documentType(), Riga.dayOf(now));
    }

    private void write(Proposal proposal, AuthorLetters.AboutQuestion letter) {
        Optional<Clarification> question = clarifications.open(proposal.id());
        Optional<Submitter> author = intake.reachable(proposal.id());
        if (question.isPresent() && author.isPresent()) {
            letter.write(proposal, calls.get(proposal.callId()), author.get(), question.get());
        }
    }

    private static Map<String, String> words(Proposal proposal) {
        return Map.of("title", proposal.title(), "text", proposal.text());
    }

    /**
     * @param asked the newest question
     * @param open whether it still waits for an answer
     */
    record ToClarify(ProposalView proposal, Call call, Clarification asked, boolean open) {}

    /** The author left no address. */
    static class NobodyToAsk extends ProposalFact {
        NobodyToAsk(String receipt) {
            super(receipt);
        }
    }

    /** Nothing waits for the author any more. */
    public static class NotAsked extends ProposalFact {
        NotAsked(String receipt) {
            super(receipt);
        }
    }
}
