package lv.varu.consultation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface Consultations extends JpaRepository<Consultation, UUID> {

    Optional<Consultation> findByCode(String code);

    boolean existsByCode(String code);

    List<Consultation> findByFollowsIdOrderByOpensOn(UUID earlier);

    List<Consultation> findByAnsweredAtGreaterThanEqualOrderByAnsweredAt(Instant since);

    /** Holds the row until the transaction ends, so that closing and the last proposal cannot miss each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consultation c where c.id = :id")
    Optional<Consultation> hold(UUID id);

    @Query("""
            select c from Consultation c
            where (:owner = '' or array_position(c.owners, cast(:owner as string)) > 0) and c.status in :statuses
              and (c.title ilike :pattern escape '\\' or c.titleEn ilike :pattern escape '\\'
                   or c.code ilike :pattern escape '\\')
            """)
    Page<Consultation> search(String owner, Collection<ConsultationStatus> statuses, String pattern, Pageable page);

    @Query("""
            select c.status as status, count(c) as amount from Consultation c
            where (:owner = '' or array_position(c.owners, cast(:owner as string)) > 0)
              and (c.title ilike :pattern escape '\\' or c.titleEn ilike :pattern escape '\\'
                   or c.code ilike :pattern escape '\\')
            group by c.status
            """)
    List<Count> counts(String owner, String pattern);

    /** How many have a status. */
    interface Count {
        ConsultationStatus getStatus();

        long getAmount();
    }

    default Consultation get(UUID id) {
        return findById(id).orElseThrow(() -> new ConsultationNotFound(id.toString()));
    }

    default Consultation get(String code) {
        return findByCode(code).orElseThrow(() -> new ConsultationNotFound(code));
    }

    default Consultation getHeld(UUID id) {
        return hold(id).orElseThrow(() -> new ConsultationNotFound(id.toString()));
    }
}
