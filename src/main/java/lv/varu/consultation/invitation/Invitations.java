package lv.varu.consultation.invitation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface Invitations extends JpaRepository<Invitation, UUID> {
    List<Invitation> findByConsultationId(UUID consultationId);

    long countByConsultationId(UUID consultationId);

    @Query("select i.id as id, i.email as email from Invitation i where i.consultationId = :id")
    List<Address> addresses(UUID id);

    @Query("select i.organisationId from Invitation i where i.consultationId = :id")
    List<UUID> invited(UUID id);

    @Query("""
            select i.consultationId as consultationId, count(i) as sent, count(i.openedAt) as opened,
                   count(i.draftedAt) as drafted, count(i.answeredAt) as answered
            from Invitation i where i.consultationId in :ids group by i.consultationId
            """)
    List<Row> tallies(Collection<UUID> ids);

    @Query(
            "select i.status as status, count(i) as amount from Invitation i where i.consultationId = :id group by i.status")
    List<Count> counts(UUID id);

    /** How many were invited, opened their link, then the form, and answered. */
    interface Row {
        public UUID getConsultationId();

        long getSent();

        long getOpened();

        long getDrafted();

        long getAnswered();
    }

    interface Address {
        UUID getId();

        String getEmail();
    }

    /** How many have a status. */
    interface Count {
        InvitationStatus getStatus();

        long getAmount();
    }
}
