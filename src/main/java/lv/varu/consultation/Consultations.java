package lv.varu.consultation;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Consultations extends JpaRepository<Consultation, UUID> {

    Optional<Consultation> findByCode(String code);

    boolean existsByCode(String code);

    /** Holds the row until the transaction ends, so that closing and the last proposal cannot miss each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Consultation c where c.id = :id")
    Optional<Consultation> hold(UUID id);

    Page<Consultation> findByStatusIn(Collection<ConsultationStatus> statuses, Pageable page);

    @Query("""
            select c from Consultation c
            where (:owner is null or array_contains(c.owners, :owner))
              and (:status is null or c.status = :status)
              and (:text = '' or lower(c.title) like concat('%', lower(:text), '%')
                   or lower(c.code) like concat('%', lower(:text), '%'))
            """)
    Page<Consultation> search(@Nullable String owner, @Nullable ConsultationStatus status, String text, Pageable page);

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
