package lv.varu.commitment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All promises. */
interface Commitments extends JpaRepository<Commitment, UUID> {
    boolean existsByProposalId(UUID proposalId);

    Optional<Commitment> findByProposalId(UUID proposalId);

    List<Commitment> findByProposalIdIn(Collection<UUID> proposalIds);

    default Commitment get(UUID id) {
        return findById(id).orElseThrow(() -> new CommitmentNotFound(id.toString()));
    }
}
