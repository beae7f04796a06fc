package lv.varu.proposal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.proposal.HiddenPassage.Reason;
import lv.varu.proposal.Offers.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two faces of a proposal: what its author wrote, and what anyone may read of it. */
@Service
@Transactional
class PublicCopyDesk {
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Offers offers;
    private final Trail trail;
    private final Clock clock;

    PublicCopyDesk(Proposals proposals, ProposalRows rows, Offers offers, Trail trail, Clock clock) {
        this.proposals = proposals;
        this.rows = rows;
        this.offers = offers;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws NotAllowed for people of other partnerships */
    @Transactional(readOnly = true)
    public TwoFaces faces(UUID id, Person by) {
        Proposal proposal = permitted(id, by);
        ProposalView original = rows.find(id).orElseThrow(() -> new ProposalNotFound(id));
        return new TwoFaces(
                original,
                offers.of(id),
                rows.copyFor(id),
                offers.publicOf(id),
                proposal.status().isPublic(),
                proposal.hidden());
    }

    /** @throws Proposal.PassageMissing when it does not stand in the proposal as it was typed */
    void hide(UUID id, String passage, Reason reason, @Nullable String note, Person by) {
        Proposal proposal = permitted(id, by);
        proposal.hide(new HiddenPassage(UUID.randomUUID(), passage, reason, note, by.id(), clock.instant()));
        proposals.saveAndFlush(proposal);
        Map<String, String> personal = new HashMap<>(Map.of("passage", passage));
        if (note != null) {
            personal.put("note", note);
        }
        trail.record(proposal.key(), "proposal.passageHidden", Map.of("why", reason.name()), personal);
    }

    void reveal(UUID id, UUID passage, Person by) {
        Proposal proposal = permitted(id, by);
        proposal.reveal(passage).ifPresent(revealed -> {
            proposals.saveAndFlush(proposal);
            trail.record(
                    proposal.key(),
                    "proposal.passageRevealed",
                    Map.of("why", revealed.reason().name()),
                    Map.of("passage", revealed.passage()));
        });
    }

    /** Why something is missing from the public text, each reason once. */
    @Transactional(readOnly = true)
    public List<Reason> reasons(UUID id) {
        return proposals.get(id).hidden().stream()
                .map(HiddenPassage::reason)
                .distinct()
                .sorted()
                .toList();
    }

    private Proposal permitted(UUID id, Person by) {
        Proposal proposal = proposals.get(id);
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    /** @param isPublic whether anyone may read it already */
    record TwoFaces(
            ProposalView original,
            Offer offered,
            ProposalView copy,
            Offer offeredPublicly,
            boolean isPublic,
            List<HiddenPassage> hidden) {}
}
