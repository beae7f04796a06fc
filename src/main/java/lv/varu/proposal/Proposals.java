package lv.varu.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Proposals extends Repository<Proposal, UUID> {
    Optional<Proposal> findById(UUID id);

    Optional<Proposal> findByReceipt(String receipt);

    default Proposal get(UUID id) {
        return findById(id).orElseThrow(() -> new ProposalNotFound(id));
    }

    Proposal save(Proposal proposal);

    List<Proposal> findByCallIdAndStatusOrderByNumber(UUID callId, ProposalStatus status);

    @Query(value = "select nextval('proposal_number')", nativeQuery = true)
    long nextNumber();
}
