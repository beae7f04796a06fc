package lv.varu.proposal.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a municipal contact does by link. */
@Service
@Transactional
@NamedInterface("shared")
public class AnswerDesk {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final ReplyDrafts drafts;
    private final AnswerFiles files;
    private final Intake intake;
    private final ProposalProcess process;
    private final AnswerTurns turns;
    private final ProposalLetters letters;
    private final Contacts contacts;
    private final Links links;
    private final Trail trail;
    private final Clock clock;

    AnswerDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            ReplyDrafts drafts,
            AnswerFiles files,
            Intake intake,
            ProposalProcess process,
            AnswerTurns turns,
            ProposalLetters letters,
            Contacts contacts,
            Links links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.drafts = drafts;
        this.files = files;
        this.intake = intake;
        this.process = process;
        this.turns = turns;
        this.letters = letters;
        this.contacts = contacts;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everything that waits for the holder of the link; the opening is in the trail of each. */
    public AnswerSheet open(String token) {
        Answerer answerer = answerer(token);
        List<ProposalView> views = rows.waiting(answerer.contactId(), answerer.callId());
        views.forEach(view -> trail.record(Proposal.keyOf(view.id()), "proposal.answerPageOpened"));
        return sheet(answerer, views);
    }

    /** As {@link #open}, for showing the page again with what was wrong. */
    @Transactional
    public AnswerSheet again(String token) {
        Answerer answerer = answerer(token);
        return sheet(answerer, rows.waiting(answerer.contactId(), answerer.callId()));
    }

    private AnswerSheet sheet(Answerer answerer, List<ProposalView> views) {
        List<UUID> ids = views.stream().map(ProposalView::id).toList();
        Map<UUID, Reply> typed = drafts.of(ids);
        Map<UUID, Submitter> submitters = intake.submittersForwarded(ids);
        Map<UUID, Call> known =
                calls.find(views.stream().map(ProposalView::callId).collect(Collectors.toSet()));
        return new AnswerSheet(
                answerer.contact().orElse(null),
                calls.find(answerer.callId())
                        .orElseThrow(() -> new CallNotFound(answerer.callId().toString())),
                views.stream()
                        .map(view -> new WaitingProposal(
                                view,
                                Objects.requireNonNull(known.get(view.callId())),
                                typed.getOrDefault(view.id(), Reply.EMPTY),
                                submitters.get(view.id())))
                        .toList(),
                rows.answered(answerer.contactId(), answerer.callId()));
    }

    /** Keeps what was typed, finished or not. */
    public void save(String token, Map<UUID, Reply> replies) {
        Answerer answerer = answerer(token);
        replies.forEach((id, reply) -> {
            Proposal proposal = proposals.get(id);
            answerer.require(proposal);
            if (proposal.status() == ProposalStatus.FORWARDED) {
                drafts.save(id, reply, clock.instant());
                trail.record(proposal.key(), "proposal.replySaved");
            }
        });
    }

    /**
     * Puts a file to an answer, which is not sent thereby.
     *
     * @throws AnswerFiles.TooMany when the answer has as many as it may have
     * @throws lv.varu.document.DocumentRefused when the file cannot be taken
     */
    void attach(String token, UUID id, Submission.Upload file) {
        if (required(token, id).status() == ProposalStatus.FORWARDED) {
            files.add(id, file);
        }
    }

    /** Takes a file away from an answer that was not sent yet. */
    void detach(String token, UUID id, UUID file) {
        if (required(token, id).status() == ProposalStatus.FORWARDED) {
            files.drop(id, file);
        }
    }

    /**
     * Sends several answers at once, all or none.
     *
     * @throws RepliesIncomplete naming each one that lacks an outcome or a rationale, or says too much
     * @throws Proposal.AlreadyAnswered when one was answered before, or the wait for it has ended
     */
    public void send(String token, Map<UUID, Reply> replies) {
        Answerer answerer = answerer(token);
        Instant now = clock.instant();
        requireComplete(replies);
        drafts.sent(replies.keySet(), now);
        replies.forEach((id, reply) -> {
            Proposal proposal = proposals.get(id);
            answerer.require(proposal);
            proposal.answer(reply, now);
            trail.record(proposal.key(), "proposal.answered", facts(proposal));
            process.answerReceived(id);
            proposals.saveAndFlush(proposal);
        });
        if (!replies.isEmpty()) {
            Call call = calls.find(answerer.callId()).orElseThrow();
            letters.answersReceived(
                    call,
                    answerer.contact(),
                    replies.size(),
                    rows.waiting(answerer.contactId(), answerer.callId()).size());
        }
    }

    /**
     * Asks for a later day, for each proposal or none.
     *
     * @throws MoreDaysUnclear naming what is wrong with the day or the reason
     */
    public void askForMoreDays(String token, Collection<UUID> ids, @Nullable LocalDate until, String reason) {
        Answerer answerer = answerer(token);
        List<Proposal> asked = ids.stream().map(proposals::get).toList();
        Map<String, String> faults = new LinkedHashMap<>();
        if (reason.isBlank()) {
            faults.put("reason", "proposal.fault.moreDays.reason");
        }
        asked.forEach(proposal -> {
            answerer.require(proposal);
            turns.faultOf(proposal, until).ifPresent(fault -> faults.putIfAbsent("until", fault));
        });
        if (until == null || !faults.isEmpty()) {
            throw new MoreDaysUnclear(faults);
        }
        asked.forEach(proposal -> turns.askForMoreDays(proposal, until, reason.strip()));
    }

    private static void requireComplete(Map<UUID, Reply> replies) {
        Map<UUID, String> faults = new LinkedHashMap<>();
        replies.forEach((id, reply) -> {
            if (reply.lacksRationale()) {
                faults.put(id, "proposal.fault.rationale.missing");
            } else if (reply.outcome() != null && reply.isTooLong()) {
                faults.put(id, "proposal.fault.rationale.long");
            } else if (!reply.isComplete()) {
                faults.put(id, "proposal.fault.outcome.missing");
            }
        });
        if (!faults.isEmpty()) {
            throw new RepliesIncomplete(faults);
        }
    }

    /** A proposal that the holder of the link is or was asked about; another one does not exist for them. */
    public Proposal required(String token, UUID id) {
        Answerer answerer = answerer(token);
        Proposal proposal = proposals.get(id);
        answerer.require(proposal);
        return proposal;
    }

    /** Whom the link asks, and about which consultation. */
    public Asked asked(String token) {
        Answerer answerer = answerer(token);
        return new Asked(
                answerer.contact().orElse(null),
                calls.find(answerer.callId())
                        .orElseThrow(() -> new CallNotFound(answerer.callId().toString())));
    }

    /** @param contact nobody in particular when the partnership itself is asked */
    public record Asked(@Nullable MunicipalContact contact, Call call) {}

    private Answerer answerer(String token) {
        Link link = links.open(token, Link.Purpose.ANSWER_PROPOSALS);
        UUID callId = UUID.fromString(link.subject());
        return link.holder().startsWith("partnership:")
                ? new Answerer(callId, Optional.empty())
                : new Answerer(callId, contacts.find(UUID.fromString(link.holder())));
    }

    private static Map<String, Object> facts(Proposal proposal) {
        OutcomeRoute route = proposal.route();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("outcome", Objects.requireNonNull(proposal.outcome()).name());
        if (route != null) {
            facts.put("route", route.name());
        }
        return facts;
    }

    private record Answerer(UUID callId, Optional<MunicipalContact> contact) {
        @Nullable
        UUID contactId() {
            return contact.map(MunicipalContact::id).orElse(null);
        }

        /** A link answers what waits for its holder, nothing else. */
        void require(Proposal proposal) {
            boolean own = contactId() == null
                    ? proposal.contactId() == null && proposal.callId().equals(callId)
                    : Objects.equals(proposal.contactId(), contactId());
            if (!own) {
                throw new ProposalNotFound(proposal.id());
            }
        }
    }

    /**
     * @param contact who is asked; nobody in particular when the answer was routed to the partnership itself
     * @param call the consultation whose letter led here; what waits may belong to others too
     * @param sent what is answered already, for this consultation
     */
    public record AnswerSheet(
            @Nullable MunicipalContact contact, Call call, List<WaitingProposal> waiting, List<ProposalView> sent) {

        @Nullable
        String contactName() {
            return contact == null ? null : contact.name();
        }
    }

    /**
     * A proposal that waits, with what was typed before.
     *
     * @param submitter only if they agreed that the municipality learns who they are
     */
    public record WaitingProposal(
            ProposalView proposal,
            Call call,
            Reply draft,
            @Nullable Submitter submitter) {}

    /** Message keys by field. */
    public static class MoreDaysUnclear extends RuntimeException {
        private final transient Map<String, String> faults;

        MoreDaysUnclear(Map<String, String> faults) {
            super(faults.toString());
            this.faults = Map.copyOf(faults);
        }

        public Map<String, String> faults() {
            return faults;
        }
    }

    /** Message keys by proposal. */
    public static class RepliesIncomplete extends RuntimeException {
        private final transient Map<UUID, String> faults;

        RepliesIncomplete(Map<UUID, String> faults) {
            super(faults.toString());
            this.faults = Map.copyOf(faults);
        }

        public Map<UUID, String> faults() {
            return faults;
        }
    }
}
