package lv.varu.proposal.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.document.Documents;
import lv.varu.engine.EngineBatch;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallClosed;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.IntakeDesk.KeyedEntry;
import lv.varu.proposal.KeyReused;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalExpired;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.SubmissionRefused;
import lv.varu.proposal.SubmissionRefused.Fault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what people did not send through the form: staff enter it, and nobody has to confirm it. */
@Service
@Transactional
@NamedInterface("shared")
public class StaffIntake {
    private final Calls calls;
    private final EntryRules rules;
    private final IntakeDesk desk;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final ProposalProcess process;
    private final EngineBatch engine;
    private final IntakeLetters letters;
    private final Documents documents;
    private final Links links;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffIntake(
            Calls calls,
            EntryRules rules,
            IntakeDesk desk,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            ProposalProcess process,
            EngineBatch engine,
            IntakeLetters letters,
            Documents documents,
            Links links,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.rules = rules;
        this.desk = desk;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.process = process;
        this.engine = engine;
        this.letters = letters;
        this.documents = documents;
        this.links = links;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers the proposal; whoever left an e-mail address gets a receipt. A repeat with the same key changes nothing.
     *
     * @throws NotAllowed for those who work for none of the owners
     * @throws CallClosed when the position is already on its way
     * @throws SubmissionRefused when something is missing or does not fit
     * @throws KeyReused when the same key came with something else
     */
    public Receipt register(StaffEntry entry, String key, Person by) {
        Call call = permitted(entry.submission().callCode(), by);
        demandRoom(call);
        return register(entry, call, key, by);
    }

    /** As {@link #register(StaffEntry, String, Person)}, of what this person has just read and sorted: it goes on at once. */
    public Receipt registerScreened(StaffEntry entry, String key, Person by) {
        Call call = permitted(entry.submission().callCode(), by);
        demandRoom(call);
        List<Fault> faults = rules.faults(entry, call);
        if (!faults.isEmpty()) {
            throw new SubmissionRefused(faults);
        }
        return desk.enter(entry, call, key, by, true);
    }

    /** As above, for many in one consultation that was {@link #permitted} and has room. */
    Receipt register(StaffEntry entry, Call call, String key, Person by) {
        List<Fault> faults = rules.faults(entry, call);
        if (!faults.isEmpty()) {
            throw new SubmissionRefused(faults);
        }
        return desk.enter(entry, call, key, by, false);
    }

    /** As {@link #register} for many that would not be refused, in one consultation; their ids in the order given. */
    List<UUID> registerAll(List<KeyedEntry> entries, Call call, Person by) {
        return desk.enterAll(entries, call, by);
    }

    /** What {@link #register} would refuse. */
    @Transactional(readOnly = true)
    public List<Fault> faultsOf(StaffEntry entry) {
        String code = entry.submission().callCode();
        return rules.faults(entry, calls.find(code).orElseThrow(() -> new CallNotFound(code)));
    }

    /** The call, for those who may enter proposals to it. */
    @Transactional(readOnly = true)
    public Call permitted(String code, Person by) {
        Call call = calls.find(code).orElseThrow(() -> new CallNotFound(code));
        if (call.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return call;
    }

    /** After the closing what came in time can still be entered, until the position is on its way. */
    @Transactional(readOnly = true)
    boolean hasRoom(Call call) {
        return call.announced() && calls.takesEntries(call.id());
    }

    private void demandRoom(Call call) {
        if (call.isOver(clock.instant())) {
            calls.hold(call.id());
        }
        if (!hasRoom(call)) {
            throw new CallClosed(call);
        }
    }

    /**
     * Takes an entry back that was a mistake: its text and its author are erased, its number stays in the trail.
     *
     * @return false when somebody has already worked with it
     */
    public boolean undo(UUID id, Person by) {
        return undoAll(List.of(proposals.get(id).id()), by).contains(id);
    }

    /** As {@link #undo} for many; those that could be undone. */
    Set<UUID> undoAll(List<UUID> ids, Person by) {
        List<Proposal> entries = proposals.findAllById(ids);
        if (!entries.stream().allMatch(entry -> entry.owners().stream().anyMatch(by::worksFor))) {
            throw new NotAllowed();
        }
        Set<UUID> speaking = rows.speakingForOthers(ids);
        Map<UUID, Proposal> mistakes = entries.stream()
                .filter(entry -> entry.isUntouchedEntry() && !speaking.contains(entry.id()))
                .collect(Collectors.toMap(Proposal::id, Function.identity()));
        if (!mistakes.isEmpty()) {
            forget(mistakes);
            engine.together(() -> mistakes.keySet().forEach(process::withdrawnByAuthor));
        }
        return mistakes.keySet();
    }

    private void forget(Map<UUID, Proposal> mistakes) {
        Map<UUID, Call> about =
                calls.find(mistakes.values().stream().map(Proposal::callId).collect(Collectors.toSet()));
        intake.reachable(mistakes.keySet()).forEach((id, to) -> {
            Proposal mistake = Objects.requireNonNull(mistakes.get(id));
            letters.entryUndone(mistake, Objects.requireNonNull(about.get(mistake.callId())), to);
        });
        Instant now = clock.instant();
        mistakes.values().forEach(mistake -> mistake.undoEntry(now));
        proposals.saveAllAndFlush(mistakes.values());
        mistakes.values().stream()
                .collect(Collectors.toMap(Proposal::callId, Proposal::id, (one, another) -> one))
                .forEach((call, one) -> events.publishEvent(new ProposalExpired(call, one)));
        List<CaseKey> cases = mistakes.values().stream().map(Proposal::key).toList();
        documents.removeAll(cases);
        intake.erase(mistakes.keySet());
        mistakes.values()
                .forEach(mistake -> trail.record(
                        mistake.key(), "proposal.entryUndone", Map.of("number", String.valueOf(mistake.number()))));
        trail.erasePersonal(cases);
        links.revoke(
                Link.Purpose.FOLLOW_PROPOSAL,
                mistakes.keySet().stream().map(UUID::toString).toList());
    }
}
