package lv.varu.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface Proposals extends Repository<Proposal, UUID> {
    Optional<Proposal> findById(UUID id);

    Optional<Proposal> findByReceipt(String receipt);

    default Proposal get(UUID id) {
        return findById(id).orElseThrow(() -> new ProposalNotFound(id));
    }

    /** Written at once: whoever hears of the proposal's events counts rows. */
    Proposal saveAndFlush(Proposal proposal);

    /** As {@link #saveAndFlush} for many. */
    List<Proposal> saveAllAndFlush(Iterable<Proposal> proposals);

    /** Written before the transaction ends, together with others. */
    Proposal save(Proposal proposal);

    List<Proposal> findAllById(Iterable<UUID> ids);
}
