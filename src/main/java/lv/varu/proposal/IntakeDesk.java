package lv.varu.proposal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Links.NewLink;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.audit.Ids;
import lv.varu.audit.Trail;
import lv.varu.document.Documents;
import lv.varu.engine.EngineBatch;
import lv.varu.proposal.Intake.Arrival;
import lv.varu.proposal.Intake.Earlier;
import lv.varu.proposal.ProposalLetters.Confirmation;
import lv.varu.proposal.SubmissionRefused.Fault;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.proposal.similar.SimilarProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes proposals in, whoever brings them. */
@Service
@Transactional
@NamedInterface("shared")
public class IntakeDesk {
    // Longer than any submission takes, so that one begun before is stored before the window closes.
    private static final Duration LAST_MOMENT = Duration.ofMinutes(1);
    // Whoever opens the letter twice reads that it was confirmed, or that it is too late, not that the link is unknown.
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Calls calls;
    private final Proposals proposals;
    private final Intake intake;
    private final IntakeRules rules;
    private final SimilarProposals similar;
    private final ProposalProcess process;
    private final EngineBatch engine;
    private final ProposalDeadlines deadlines;
    private final ProposalLetters letters;
    private final ProposalSettings settings;
    private final Documents documents;
    private final Links links;
    private final PublicAddress address;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeDesk(
            Calls calls,
            Proposals proposals,
            Intake intake,
            IntakeRules rules,
            SimilarProposals similar,
            ProposalProcess process,
            EngineBatch engine,
            ProposalDeadlines deadlines,
            ProposalLetters letters,
            ProposalSettings settings,
            Documents documents,
            Links links,
            PublicAddress address,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.intake = intake;
        this.rules = rules;
        this.similar = similar;
        this.process = process;
        this.engine = engine;
        this.deadlines = deadlines;
        this.letters = letters;
        this.settings = settings;
        this.documents = documents;
        this.links = links;
        this.address = address;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a proposal in; a repeat with the same key gives back the first receipt and changes nothing.
     *
     * @param key chosen by the sender: the header {@code Idempotency-Key} or the hidden field of the form
     * @throws CallClosed outside the consultation's window
     * @throws SubmissionRefused when something is missing or does not fit
     * @throws KeyReused when the same key came with something else
     */
    public Receipt submit(Submission submission, String key) {
        Instant now = clock.instant();
        IntakeSeal seal = new IntakeSeal(key);
        byte[] request = IntakeSeal.digestOf(submission);
        Optional<Receipt> earlier = repeated(seal, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Call call = openCall(submission.callCode(), now);
        return take(submission, call, null, seal, request, confirmBy(submission, call, now), now);
    }

    public Optional<Receipt> earlier(Submission submission, String key) {
        return repeated(new IntakeSeal(key), IntakeSeal.digestOf(submission));
    }

    /**
     * As {@link #submit} for the better version of a declined one.
     *
     * @param late the window is closed, so it goes its own way
     * @param known the address was confirmed before
     */
    public Receipt resubmit(Submission submission, String key, UUID declined, boolean late, boolean known) {
        Instant now = clock.instant();
        String code = submission.callCode();
        Call call = calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
        return take(
                submission,
                call,
                new Improvement(declined, late),
                new IntakeSeal(key),
                IntakeSeal.digestOf(submission),
                known ? null : confirmBy(submission, call, now),
                now);
    }

    private @Nullable Instant confirmBy(Submission submission, Call call, Instant now) {
        return submission.submitter().email() == null ? null : deadlines.confirmBy(call.documentType(), now);
    }

    private Receipt take(
            Submission submission,
            Call call,
            @Nullable Improvement improvement,
            IntakeSeal seal,
            byte[] request,
            @Nullable Instant confirmBy,
            Instant now) {
        List<Fault> faults = rules.faults(submission, call);
        if (!faults.isEmpty()) {
            throw new SubmissionRefused(faults);
        }
        Proposal proposal = proposal(submission, call, confirmBy, now);
        if (improvement != null) {
            proposal.improve(improvement.declined(), improvement.late());
        }
        return take(proposal, submission, call, seal, request, now, false);
    }

    /** As {@link #submit} for what passed the rules of {@link StaffIntake}: nobody has to confirm it. */
    public Receipt enter(StaffEntry entry, Call call, String key, Person by, boolean screened) {
        Submission submission = entry.submission();
        IntakeSeal seal = new IntakeSeal(key);
        byte[] request = IntakeSeal.digestOf(submission);
        Optional<Receipt> earlier = repeated(seal, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Instant now = clock.instant();
        return take(entered(entry, call, by, now), submission, call, seal, request, now, screened);
    }

    private Proposal entered(StaffEntry entry, Call call, Person by, Instant now) {
        Submission submission = entry.submission();
        Proposal proposal = proposal(submission, call, null, now);
        proposal.enteredBy(by.id(), entry);
        return proposal;
    }

    /**
     * As {@link #enter} for many without files, each with a key that nobody has used; what each needs is asked and
     * written for all at once.
     *
     * @return their ids in the order given
     * @throws KeyReused when a key was used after all; nothing is kept then
     */
    public List<UUID> enterAll(List<KeyedEntry> entries, Call call, Person by) {
        Instant now = clock.instant();
        List<Proposal> proposals = entries.stream()
                .map(keyed -> entered(keyed.entry(), call, by, now))
                .toList();
        List<String> tokens = follow(proposals, now);
        List<Arrival> arrivals = IntStream.range(0, entries.size())
                .mapToObj(i -> Arrival.of(
                        proposals.get(i),
                        entries.get(i).entry().submission(),
                        entries.get(i).key(),
                        tokens.get(i)))
                .toList();
        storeAll(arrivals, call);
        arrivals.forEach(arrival -> submitted(arrival.proposal(), call, arrival.submission()));
        List<UUID> ids = proposals.stream().map(Proposal::id).toList();
        // Read before the processes ask for each of them.
        this.proposals.findAllById(ids);
        startAll(arrivals, call);
        return ids;
    }

    private void storeAll(List<Arrival> arrivals, Call call) {
        if (intake.store(arrivals) < arrivals.size()) {
            throw new KeyReused();
        }
        similar.readAll(call.id(), arrivals.stream().map(Arrival::proposal).toList());
    }

    private void startAll(List<Arrival> arrivals, Call call) {
        engine.together(() -> arrivals.stream()
                .map(Arrival::proposal)
                .forEach(proposal ->
                        process.start(proposal.id(), call, proposal.isOnItsOwnWay(), proposal.confirmBy(), false)));
    }

    /**
     * As {@link #submit} for many to one consultation that {@linkplain Incoming#fitsWithOthers fit together}; what each
     * needs is asked and written for all at once.
     *
     * @return the receipts of those that passed the rules; the others are each to be sent in alone, to hear what is wrong
     * @throws KeyReused when a key came before; nothing is kept then
     */
    Map<Incoming, Receipt> submitAll(List<Incoming> incoming) {
        Instant now = clock.instant();
        Call call = openCall(incoming.get(0).submission().callCode(), now);
        List<Incoming> sound = incoming.stream()
                .filter(one -> rules.faults(one.submission(), call).isEmpty())
                .toList();
        List<Newcomer> newcomers = newcomers(sound, call, now);
        List<Arrival> arrivals = newcomers.stream().map(Newcomer::arrival).toList();
        storeAll(arrivals, call);
        newcomers.forEach(one -> one.sent.acting(() -> submitted(one.arrival.proposal(), call, one.sent.submission())));
        startAll(arrivals, call);
        letters.confirmAll(newcomers.stream().map(Newcomer::letter).toList(), call);
        return newcomers.stream().collect(Collectors.toMap(Newcomer::sent, Newcomer::receipt));
    }

    private List<Newcomer> newcomers(List<Incoming> sound, Call call, Instant now) {
        Instant confirmBy = deadlines.confirmBy(call.documentType(), now);
        List<Proposal> proposals = sound.stream()
                .map(one -> proposal(one.submission(), call, confirmBy, now))
                .toList();
        List<String> following = follow(proposals, now);
        List<String> confirming = links.issue(
                proposals.stream().map(one -> confirming(one.id(), confirmBy)).toList());
        return IntStream.range(0, sound.size())
                .mapToObj(i -> newcomer(sound.get(i), proposals.get(i), following.get(i), confirming.get(i)))
                .toList();
    }

    private Newcomer newcomer(Incoming sent, Proposal proposal, String following, String confirming) {
        return new Newcomer(
                sent,
                sent.arrival(proposal, following),
                new Confirmation(proposal, sent.submission().submitter(), confirmUrl(confirming)),
                receipt(proposal.id(), proposal.receipt(), following, proposal.confirmBy(), false));
    }

    private Proposal proposal(Submission submission, Call call, @Nullable Instant confirmBy, Instant now) {
        String municipality = rules.municipality(submission, call).orElseThrow();
        return new Proposal(Ids.next(), call, municipality, submission, confirmBy, now);
    }

    /** What staff enter, with the key by which a repeat is known. */
    public record KeyedEntry(StaffEntry entry, String key) {}

    /** What {@link #submit} would refuse; forms that know more faults of their own name all of them at once. */
    @Transactional(readOnly = true)
    public List<Fault> faultsOf(Submission submission) {
        String code = submission.callCode();
        return rules.faults(submission, calls.find(code).orElseThrow(() -> new CallNotFound(code)));
    }

    private Receipt take(
            Proposal proposal,
            Submission submission,
            Call call,
            IntakeSeal seal,
            byte[] request,
            Instant now,
            boolean screened) {
        UUID id = proposal.id();
        Instant confirmBy = proposal.confirmBy();
        List<NewLink> wanted = new ArrayList<>(List.of(following(id, now)));
        if (confirmBy != null) {
            wanted.add(confirming(id, confirmBy));
        }
        List<String> tokens = links.issue(wanted);
        String token = tokens.get(0);
        Arrival arrival = new Arrival(proposal, submission, seal, request, token);
        if (!intake.store(arrival)) {
            wanted.forEach(link -> links.revoke(link.purpose(), link.subject()));
            return repeated(seal, request).orElseThrow(ReceiptTaken::new);
        }
        similar.read(id, call.id(), proposal.title(), proposal.text());
        submission.files().forEach(file -> documents.store(proposal.key(), file.name(), file.content()));
        submitted(proposal, call, submission);
        process.start(id, call, proposal.isOnItsOwnWay(), confirmBy, screened);
        if (confirmBy != null) {
            letters.confirmAll(
                    List.of(new Confirmation(proposal, submission.submitter(), confirmUrl(tokens.get(1)))), call);
        }
        return receipt(id, proposal.receipt(), token, confirmBy, false);
    }

    private void submitted(Proposal proposal, Call call, Submission submission) {
        trail.record(proposal.key(), "proposal.submitted", facts(proposal, call, submission), personal(submission));
        events.publishEvent(new ProposalSubmitted(call.id(), proposal.id(), submission.invitation()));
    }

    /** Which consultations take proposals is asked again here, for a form may have stood open for hours. */
    private Call openCall(String code, Instant now) {
        Call call = calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
        Instant closesAt = call.closesAt();
        if (closesAt != null && now.isAfter(closesAt.minus(LAST_MOMENT))) {
            calls.hold(call.id());
        }
        call.requireOpen(now);
        return call;
    }

    private Optional<Receipt> repeated(IntakeSeal seal, byte[] request) {
        return intake.earlier(seal).map(earlier -> {
            if (!Arrays.equals(earlier.requestDigest(), request)) {
                throw new KeyReused();
            }
            return again(earlier);
        });
    }

    private Receipt again(Earlier earlier) {
        return receipt(earlier.id(), earlier.receipt(), earlier.trackingToken(), earlier.confirmBy(), true);
    }

    private Receipt receipt(UUID id, String receipt, String token, @Nullable Instant confirmBy, boolean repeated) {
        return new Receipt(id, receipt, token, trackingUrl(token), confirmBy, repeated);
    }

    private URI trackingUrl(String token) {
        return URI.create(address.of("/priekslikums/" + token));
    }

    // The holder is the proposal, not an address: links outlive what people told us.
    private NewLink following(UUID id, Instant now) {
        return new NewLink(
                Link.Purpose.FOLLOW_PROPOSAL,
                id.toString(),
                Proposal.keyOf(id).toString(),
                now.plus(settings.followFor()));
    }

    /** Their tracking tokens, in the order given. */
    private List<String> follow(List<Proposal> proposals, Instant now) {
        return links.issue(
                proposals.stream().map(one -> following(one.id(), now)).toList());
    }

    private static NewLink confirming(UUID id, Instant confirmBy) {
        return new NewLink(
                Link.Purpose.CONFIRM_PROPOSAL,
                id.toString(),
                Proposal.keyOf(id).toString(),
                confirmBy.plus(AFTERWARDS));
    }

    private URI confirmUrl(String token) {
        return URI.create(address.of("/priekslikums/apstiprinat/" + token));
    }

    private static Map<String, Object> facts(Proposal proposal, Call call, Submission submission) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "receipt", proposal.receipt(),
                "consultation", call.code(),
                "channel", proposal.channel().name(),
                "topic", proposal.topic().name(),
                "municipality", proposal.municipality(),
                "files", submission.files().size(),
                "forwarding", submission.forwarding()));
        putIfGiven(facts, "receivedOn", Objects.toString(proposal.receivedOn(), null));
        putIfGiven(facts, "writtenOn", Objects.toString(proposal.writtenOn(), null));
        putIfGiven(facts, "postmarkedOn", Objects.toString(proposal.postmarkedOn(), null));
        return facts;
    }

    private static Map<String, Object> personal(Submission submission) {
        Map<String, Object> personal = new HashMap<>();
        personal.put("title", submission.title());
        Submitter submitter = submission.submitter();
        putIfGiven(personal, "name", submitter.name());
        putIfGiven(personal, "email", submitter.email());
        putIfGiven(personal, "organisation", submitter.organisation());
        return personal;
    }

    private static void putIfGiven(Map<String, Object> map, String field, @Nullable String value) {
        if (value != null) {
            map.put(field, value);
        }
    }

    private record Newcomer(Incoming sent, Arrival arrival, Confirmation letter, Receipt receipt) {}

    private record Improvement(UUID declined, boolean late) {}

    /** The one receipt in many billions that another proposal has; the sender's retry gets another. */
    static class ReceiptTaken extends IllegalStateException {}
}
