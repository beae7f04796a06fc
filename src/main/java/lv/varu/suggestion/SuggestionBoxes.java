package lv.varu.suggestion;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The register of boxes. */
interface SuggestionBoxes extends JpaRepository<SuggestionBox, UUID> {
    Optional<SuggestionBox> findByCode(String code);

    List<SuggestionBox> findByPlaceInOrderByPlaceAscIdAsc(Collection<String> places);

    /** By place; of all partnerships when none is given, in all places when none are. */
    @Query("""
            select b from SuggestionBox b
            where (:partnership is null or b.partnership = :partnership)
                and (lower(b.spot) like lower(:words) escape '!' or b.place in :places)
            order by b.active desc, b.place, b.id""")
    Page<SuggestionBox> search(@Nullable String partnership, String words, Collection<String> places, Pageable page);

    @Query("select b.id from SuggestionBox b where b.active and b.nextOn <= :today order by b.nextOn, b.id")
    List<UUID> due(LocalDate today);

    @Query("select b from SuggestionBox b where lower(b.keeperEmail) = :email order by b.id")
    List<SuggestionBox> keptBy(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from SuggestionBox b where b.id = :id")
    Optional<SuggestionBox> hold(UUID id);

    default SuggestionBox get(UUID id) {
        return findById(id).orElseThrow(() -> new BoxNotFound(id));
    }

    default SuggestionBox getHeld(UUID id) {
        return hold(id).orElseThrow(() -> new BoxNotFound(id));
    }
}
