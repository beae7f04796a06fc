package lv.varu.commitment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.commitment.Rounds.Round;
import lv.varu.document.Documents;
import lv.varu.language.LatvianStems;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalPublished;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a promise: it is recorded, announced, told of and concluded. */
@Service
@Transactional
class CommitmentDesk {
    private static final Set<Outcome> FAVOURABLE = EnumSet.of(Outcome.ACCEPTED, Outcome.PARTIALLY_ACCEPTED);

    private final Commitments commitments;
    private final NewsRows news;
    private final Asked asked;
    private final Rounds rounds;
    private final CommitmentProcess process;
    private final CommitmentLetters letters;
    private final ProposalBook proposals;
    private final Calls calls;
    private final Documents documents;
    private final CommitmentSettings settings;
    private final Trail trail;
    private final Clock clock;

    CommitmentDesk(
            Commitments commitments,
            NewsRows news,
            Asked asked,
            Rounds rounds,
            CommitmentProcess process,
            CommitmentLetters letters,
            ProposalBook proposals,
            Calls calls,
            Documents documents,
            CommitmentSettings settings,
            Trail trail,
            Clock clock) {
        this.commitments = commitments;
        this.news = news;
        this.asked = asked;
        this.rounds = rounds;
        this.process = process;
        this.letters = letters;
        this.proposals = proposals;
        this.calls = calls;
        this.documents = documents;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @EventListener
    void on(ProposalPublished event) {
        proposals
                .find(event.proposalId())
                .filter(CommitmentDesk::promisesSomething)
                .filter(proposal -> !commitments.existsByProposalId(proposal.id()))
                .ifPresent(this::begin);
    }

    private static boolean promisesSomething(ProposalView proposal) {
        Outcome outcome = proposal.outcome();
        return outcome != null && (FAVOURABLE.contains(outcome) || proposal.route() == OutcomeRoute.ANNUAL_BUDGET);
    }

    private void begin(ProposalView proposal) {
        Call call = calls.find(proposal.callId()).orElseThrow();
        Commitment commitment = commitments.saveAndFlush(new Commitment(
                UUID.randomUUID(),
                proposal,
                call.lead(),
                call.owners(),
                settings.askEveryMonths(),
                LatvianStems.words(proposal.title()),
                clock.instant()));
        trail.record(commitment.key(), "commitment.begun", Map.of("proposal", proposal.receipt()));
        process.start(commitment);
    }

    void record(UUID id, Promised promised, Asking asking, Person by) {
        Commitment commitment = permitted(id, by);
        commitment.record(promised, asking, words(commitment, promised), by.id(), clock.instant());
        plan(commitment, asking.nextOn());
        trail.record(commitment.key(), "commitment.recorded", facts(commitment));
    }

    void leaveUnfollowed(UUID id, String reason, Person by) {
        permitted(id, by).leaveUnfollowed(reason, by.id(), clock.instant());
    }

    void closeUnfollowed(UUID id) {
        Commitment commitment = commitments.get(id);
        commitment.closeUnfollowed(clock.instant());
        trail.record(
                commitment.key(),
                "commitment.unfollowed",
                Map.of("reason", Objects.requireNonNull(commitment.unfollowedReason())));
    }

    Round announce(UUID id) {
        Commitment commitment = commitments.get(id);
        commitment.announce(clock.instant());
        // Whoever tells of it in the same transaction counts rows.
        commitments.flush();
        trail.record(commitment.key(), "commitment.announced");
        letters.promised(commitment);
        return rounds.begin(Objects.requireNonNull(commitment.nextOn()));
    }

    /** Staff correct what was promised, whom to ask and when; a round that is under way begins anew when that changes. */
    void correct(UUID id, int version, Promised promised, Asking asking, Person by) {
        Commitment commitment = permitted(id, by);
        if (commitment.version() != version) {
            throw new Changed(id);
        }
        Map<String, @Nullable Object> before = facts(commitment);
        LocalDate dayBefore = commitment.nextOn();
        UUID contactBefore = commitment.contactId();
        commitment.correct(promised, asking, words(commitment, promised));
        boolean sameDay = Objects.equals(asking.nextOn(), dayBefore);
        if (!sameDay || !Objects.equals(asking.contact(), contactBefore)) {
            Round round = plan(commitment, asking.nextOn());
            commitments.flush();
            process.planChanged(id, round);
        }
        trail.change(commitment.key(), "commitment.corrected", before, facts(commitment));
    }

    /** What staff have learnt by themselves. */
    void report(UUID id, Progress progress, Person by) {
        Commitment commitment = permitted(id, by);
        tell(commitment, progress, by.id(), null);
        commitments.flush();
        process.progressReported(id);
    }

    /** A promise that was followed to its end is followed again: everybody hears why, and the municipality is asked. */
    void resume(UUID id, Progress progress, Person by) {
        Commitment commitment = permitted(id, by);
        commitment.resume();
        trail.record(commitment.key(), "commitment.resumed");
        tell(commitment, progress, by.id(), null);
        commitments.flush();
        process.resume(commitment);
    }

    /** What seemed to be no promise is one: staff record it. */
    void recordAfterAll(UUID id, Person by) {
        Commitment commitment = permitted(id, by);
        commitment.recordAfterAll();
        trail.record(commitment.key(), "commitment.recordedAfterAll");
        commitments.flush();
        process.start(commitment);
    }

    /** What was said on the telephone; the task goes on by itself. */
    void telephoned(UUID id, Progress progress, Person by) {
        tell(permitted(id, by), progress, by.id(), null);
    }

    /** What the municipality tells by link. */
    void reportByContact(UUID id, Progress progress, @Nullable UUID contact) {
        tell(commitments.get(id), progress, null, contact);
        commitments.flush();
        process.progressReported(id);
    }

    private void tell(Commitment commitment, Progress progress, @Nullable UUID account, @Nullable UUID contact) {
        progress.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(fault.messageKey());
        });
        CommitmentState before = commitment.state();
        Instant now = clock.instant();
        CommitmentState state = Objects.requireNonNull(progress.state());
        commitment.progress(state, now);
        Progress.Upload file = progress.file();
        UUID document = file == null
                ? null
                : documents.store(commitment.key(), file.name(), file.content()).id();
        news.add(new News(
                UUID.randomUUID(),
                commitment.id(),
                state,
                progress.words(),
                progress.link(),
                document,
                now,
                account,
                contact));
        Map<String, Object> facts = new HashMap<>();
        facts.put("stateBefore", before.name());
        facts.put("state", state.name());
        if (progress.words() != null) {
            facts.put("words", progress.words());
        }
        if (progress.link() != null) {
            facts.put("link", progress.link());
        }
        trail.record(commitment.key(), "commitment.progress", facts);
    }

    /** Whether nothing more is to be asked. */
    boolean tellProgress(UUID id) {
        Commitment commitment = commitments.get(id);
        letters.progress(commitment, news.latest(id).orElseThrow());
        if (!commitment.isFollowed()) {
            trail.record(
                    commitment.key(),
                    "commitment.concluded",
                    Map.of("state", commitment.state().name()));
        }
        return !commitment.isFollowed();
    }

    Round planRound(UUID id) {
        Commitment commitment = commitments.get(id);
        Round round = plan(commitment, null);
        commitments.flush();
        trail.record(
                commitment.key(),
                "commitment.planned",
                Map.of("nextOn", round.askOn().toString()));
        return round;
    }

    private Round plan(Commitment commitment, @Nullable LocalDate wanted) {
        LocalDate next = wanted != null
                ? wanted
                : rounds.next(Riga.today(clock), commitment.councilOn(), commitment.year(), commitment.everyMonths());
        Round round = rounds.begin(next);
        asked.begin(commitment.id());
        commitment.plan(round.askOn(), round.reportBy());
        return round;
    }

    private Commitment permitted(UUID id, Person by) {
        Commitment commitment = commitments.get(id);
        if (commitment.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return commitment;
    }

    private static String words(Commitment commitment, Promised promised) {
        return LatvianStems.words(commitment.title(), promised.what(), promised.budgetLine());
    }

    private static Map<String, @Nullable Object> facts(Commitment commitment) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        Promised promised = Objects.requireNonNull(commitment.promised());
        put(facts, "promise", promised.what());
        put(facts, "amount", promised.amount());
        put(facts, "year", promised.year());
        put(facts, "budgetLine", promised.budgetLine());
        put(facts, "councilOn", promised.councilOn());
        put(facts, "link", promised.link());
        put(facts, "contact", commitment.contactId());
        put(facts, "everyMonths", commitment.everyMonths());
        put(facts, "nextOn", commitment.nextOn());
        return facts;
    }

    private static void put(Map<String, @Nullable Object> facts, String field, @Nullable Object value) {
        if (value != null) {
            facts.put(field, value.toString());
        }
    }

    /** Somebody else has changed it meanwhile. */
    static class Changed extends OptimisticLockingFailureException {
        Changed(UUID id) {
            super(id.toString());
        }
    }
}
