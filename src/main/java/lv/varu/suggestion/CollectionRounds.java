package lv.varu.suggestion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** All emptyings. */
interface CollectionRounds extends JpaRepository<CollectionRound, UUID> {
    Page<CollectionRound> findByBoxIdInOrderByBegunOnDescIdAsc(Collection<UUID> boxIds, Pageable page);

    Optional<CollectionRound> findByBoxIdAndState(UUID boxId, RoundState state);

    List<CollectionRound> findByBoxIdInAndState(Collection<UUID> boxIds, RoundState state);

    default CollectionRound get(UUID id) {
        return findById(id).orElseThrow(() -> new BoxNotFound(id));
    }
}
