package lv.varu.proposal;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.PublicAddress;
import lv.varu.mail.LetterPreview;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes answers one by one, before the rest of their consultation, and shows beforehand what will be read. */
@Component
@Transactional(readOnly = true)
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
