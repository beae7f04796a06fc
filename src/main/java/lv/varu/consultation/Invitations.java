package lv.varu.consultation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Invitations extends JpaRepository<Invitation, UUID> {
    Page<Invitation> findByConsultationId(UUID consultationId, Pageable page);

    List<Invitation> findByConsultationId(UUID consultationId);

    long countByConsultationId(UUID consultationId);

    @Query("select i from Invitation i"
            + " where i.consultationId = :id and i.answeredAt is null and i.remindedAt is null and i.email <> ''")
    List<Invitation> silent(UUID id);

    @Query("select i.organisationId from Invitation i where i.consultationId = :id")
    List<UUID> invited(UUID id);

    @Query("""
            select i.consultationId as consultationId, count(i) as sent, count(i.openedAt) as opened,
                   count(i.answeredAt) as answered
            from Invitation i where i.consultationId in :ids group by i.consultationId
            """)
    List<Row> tallies(Collection<UUID> ids);

    /** How many were invited, opened their link, and answered. */
    interface Row {
        UUID getConsultationId();

        long getSent();

        long getOpened();

        long getAnswered();
    }
}
