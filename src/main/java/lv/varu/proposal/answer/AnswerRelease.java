package lv.varu.proposal.answer;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.PublicAddress;
import lv.varu.mail.LetterPreview;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.support.Follower;
import lv.varu.proposal.support.Followers;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes answers one by one, before the rest of their consultation, and shows beforehand what will be read. */
@Component
@Transactional(readOnly = true)
@NamedInterface("shared")
public class AnswerRelease {
    private final ProposalRows rows;
    private final Proposals proposals;
    private final ProposalProcess process;
    private final ProposalLetters letters;
    private final Followers followers;
    private final Calls calls;
    private final LetterPreview previews;
    private final PublicAddress address;

    AnswerRelease(
            ProposalRows rows,
            Proposals proposals,
            ProposalProcess process,
            ProposalLetters letters,
            Followers followers,
            Calls calls,
            LetterPreview previews,
            PublicAddress address) {
        this.rows = rows;
        this.proposals = proposals;
        this.process = process;
        this.letters = letters;
        this.followers = followers;
        this.calls = calls;
        this.previews = previews;
        this.address = address;
    }

    /** What could be published now, with the texts that anyone will read; by number. */
    public Page<ProposalView> ready(UUID callId, Pageable page) {
        return rows.readyToPublish(callId, page);
    }

    /** The letter that the author will get; none when there is nobody to write to. */
    public Optional<LetterPreview.Preview> letter(UUID callId, UUID id) {
        if (!rows.isReadyToPublish(callId, id)) {
            throw new ProposalNotFound(id);
        }
        Proposal proposal = proposals.get(id);
        Call call = calls.find(callId).orElseThrow(() -> new CallNotFound(callId.toString()));
        return followers.of(proposal).stream()
                .filter(follower -> follower.role() == Follower.Role.AUTHOR)
                .findFirst()
                .map(author -> previews.of(
                        letters.publication(proposal, call, author, URI.create(address.of("/priekslikums/...")))));
    }

    /** Whether it was still to be published. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean publish(UUID callId, UUID id) {
        if (!rows.isReadyToPublish(callId, id)) {
            return false;
        }
        process.answerPublished(id);
        return true;
    }
}
