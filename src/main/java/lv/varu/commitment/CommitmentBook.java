package lv.varu.commitment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the features above may ask of promises. */
@Component
@Transactional(readOnly = true)
public class CommitmentBook {
    private final Commitments commitments;

    CommitmentBook(Commitments commitments) {
        this.commitments = commitments;
    }

    /** Code of the partnership that follows it. */
    public String partnership(UUID id) {
        return commitments.get(id).partnership();
    }

    /** Ids of the promises that followed from answers, by proposal. */
    public Map<UUID, UUID> ids(Collection<UUID> proposalIds) {
        return commitments.findByProposalIdIn(proposalIds).stream()
                .collect(Collectors.toMap(Commitment::proposalId, Commitment::id));
    }
}
