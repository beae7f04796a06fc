package lv.varu.proposal.merging;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalFact;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.similar.SimilarProposals;
import lv.varu.proposal.similar.SimilarProposals.Similar;
import lv.varu.proposal.support.Followers;
import lv.varu.proposal.support.Supporters;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one proposal speak for others that say the same, and undoes that. The others can still be read; their authors
 * and supporters stand behind the one and hear what becomes of it.
 */
@Service
@Transactional
@NamedInterface("shared")
public class MergingDesk {
    private static final int ALIKE = 12;

    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final SimilarProposals similar;
    private final ProposalProcess process;
    private final Supporters supporters;
    private final Followers followers;
    private final Trail trail;
    private final Clock clock;

    MergingDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            SimilarProposals similar,
            ProposalProcess process,
            Supporters supporters,
            Followers followers,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.similar = similar;
        this.process = process;
        this.supporters = supporters;
        this.followers = followers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Everything chosen, as staff see it, and others that may say the same.
     *
     * @param number of one more; not found is no error here
     */
    @Transactional(readOnly = true)
    public Choice choose(Collection<UUID> ids, Optional<Long> number, Person by) {
        Set<UUID> chosen = new LinkedHashSet<>(ids);
        List<ProposalView> found = permitted(rows.find(chosen), by);
        Optional<ProposalView> added = found.isEmpty()
                ? Optional.empty()
                : number.flatMap(one -> rows.findByNumber(found.get(0).callId(), one))
                        .filter(one -> !chosen.contains(one.id()));
        List<ProposalView> all = Stream.concat(found.stream(), added.stream())
                .sorted(ProposalView.BY_NUMBER)
                .toList();
        List<ProposalView> alike = all.isEmpty() ? List.of() : alike(all);
        return new Choice(all, alike, number.isPresent() && added.isEmpty());
    }

    /** What says the same in other words comes before what is only about the same place or topic. */
    private List<ProposalView> alike(List<ProposalView> chosen) {
        ProposalView first = chosen.get(0);
        Set<UUID> known = chosen.stream().map(ProposalView::id).collect(Collectors.toSet());
        int asked = ALIKE + chosen.size();
        Stream<ProposalView> sayTheSame =
                similar.forStaff(first.callId(), first.title() + " " + first.text(), first.id(), asked).stream()
                        .map(Similar::proposal)
                        .filter(one -> one.municipality().equals(first.municipality()));
        return Stream.concat(sayTheSame, rows.alike(proposals.get(first.id()), asked).stream())
                .filter(ProposalView::isMergeable)
                .filter(one -> known.add(one.id()))
                .limit(ALIKE)
                .toList();
    }

    private List<ProposalView> permitted(List<ProposalView> found, Person by) {
        Map<UUID, Call> known =
                calls.find(found.stream().map(ProposalView::callId).distinct().toList());
        boolean allowed = found.stream()
                .allMatch(view -> Optional.ofNullable(known.get(view.callId()))
                        .filter(call -> call.owners().stream().anyMatch(by::worksFor))
                        .isPresent());
        if (!allowed) {
            throw new NotAllowed();
        }
        return found;
    }

    /**
     * @param reason why they say the same; their authors read it
     * @throws Proposal.OutOfTurn when one has gone on meanwhile, or belongs to another consultation
     */
    public void merge(UUID into, Collection<UUID> others, String reason, Person by) {
        Proposal target = held(into, by);
        for (UUID id : others) {
            Proposal merged = held(id, by);
            if (!merged.callId().equals(target.callId()) || merged.splitFrom() != null || target.splitFrom() != null) {
                throw new Proposal.OutOfTurn(merged.receipt(), merged.status());
            }
            merged.mergeInto(target, reason, by.id(), clock.instant());
            proposals.saveAndFlush(merged);
            trail.record(merged.key(), "proposal.merged", Map.of("into", number(target), "reason", reason));
            trail.record(target.key(), "proposal.mergedHere", Map.of("number", number(merged), "reason", reason));
            process.merged(id);
            followers.tell(
                    id,
                    "proposal.merge.letter.merged",
                    Map.of(
                            "target", target.withoutHidden(target.title()),
                            "number", number(target),
                            "reason", reason));
        }
        supporters.recount(into);
    }

    /** What would be undone, for the question before. */
    @Transactional(readOnly = true)
    public Undoing undoing(UUID id, Person by) {
        Proposal merged = proposals.get(id);
        demand(merged, by);
        UUID into = merged.mergedInto();
        if (merged.status() != ProposalStatus.MERGED || into == null || merged.splitFrom() != null) {
            throw new ProposalNotFound(id);
        }
        return new Undoing(
                rows.find(id).orElseThrow(() -> new ProposalNotFound(id)),
                rows.find(into).orElseThrow(() -> new ProposalNotFound(into)),
                merged.asideReason(),
                canBeUndone(merged));
    }

    /**
     * The proposal stands for itself again, where it stood before.
     *
     * @throws Proposal.OutOfTurn when the position has gone, so that nobody would take it up
     */
    public void undo(UUID id, Person by) {
        Proposal merged = held(id, by);
        undo(merged);
    }

    private void undo(Proposal merged) {
        UUID into = merged.mergedInto();
        if (into == null || merged.splitFrom() != null || !canBeUndone(merged)) {
            throw new Proposal.OutOfTurn(merged.receipt(), merged.status());
        }
        Call call = calls.get(merged.callId());
        // Once everything is screened, the position is prepared; whoever merged it has read it.
        boolean screeningOver = call.isOver(clock.instant()) && rows.isScreened(call.id());
        merged.takeUpAgain(screeningOver);
        proposals.saveAndFlush(merged);
        Proposal target = proposals.get(into);
        trail.record(merged.key(), "proposal.unmerged", Map.of("into", number(target)));
        trail.record(target.key(), "proposal.unmergedHere", Map.of("number", number(merged)));
        process.resume(merged.id(), call, merged.status() == ProposalStatus.SCREENED);
        supporters.recount(into);
        supporters.recount(merged.id());
        followers.tell(
                merged.id(),
                "proposal.merge.letter.unmerged",
                Map.of("target", target.withoutHidden(target.title()), "number", number(target)));
    }

    /**
     * Its author takes it back, but what was merged into it is not theirs: that stands for itself again.
     *
     * @throws OthersDependOnIt when it is too late for that
     */
    public void letGo(Proposal target) {
        for (ProposalView view : rows.mergedInto(target.id(), false)) {
            Proposal merged = proposals.get(view.id());
            if (!canBeUndone(merged)) {
                throw new OthersDependOnIt(target.receipt());
            }
            undo(merged);
        }
    }

    private boolean canBeUndone(Proposal merged) {
        Call call = calls.get(merged.callId());
        Proposal root = merged;
        while (root.mergedInto() != null) {
            root = proposals.get(root.mergedInto());
        }
        return call.standing()
                ? root.forwardedAt() == null
                : root.forwardedAt() == null && !rows.positionDelivered(call.id());
    }

    private Proposal held(UUID id, Person by) {
        // The delivery of the position holds the consultation too.
        calls.hold(rows.callOf(id));
        rows.hold(id);
        // Only now, for somebody may have changed it while this one waited.
        Proposal proposal = proposals.get(id);
        demand(proposal, by);
        return proposal;
    }

    private static void demand(Proposal proposal, Person by) {
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
    }

    private static Object number(Proposal proposal) {
        Long number = proposal.number();
        return number == null ? proposal.receipt() : number;
    }

    /**
     * @param alike others that could be merged too, the most similar first
     * @param missing whether a number was asked for that there is not
     */
    public record Choice(List<ProposalView> chosen, List<ProposalView> alike, boolean missing) {}

    public record Undoing(
            ProposalView proposal,
            ProposalView into,
            @Nullable String reason,
            boolean possible) {}

    /** Others would lose their proposal with it. */
    public static class OthersDependOnIt extends ProposalFact {
        OthersDependOnIt(String receipt) {
            super(receipt);
        }
    }
}
