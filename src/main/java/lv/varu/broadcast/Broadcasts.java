package lv.varu.broadcast;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All urgent calls. */
interface Broadcasts extends JpaRepository<Broadcast, UUID> {

    /** The newest first; of all partnerships when none is given. */
    @Query("""
            select b from Broadcast b
            where (:partnership is null or b.partnership = :partnership) and lower(b.title) like lower(:words) escape '!'
            order by b.writtenAt desc, b.id""")
    Page<Broadcast> search(@Nullable String partnership, String words, Pageable page);

    default Broadcast get(UUID id) {
        return findById(id).orElseThrow(() -> new BroadcastNotFound(id));
    }
}
