package lv.varu.consultation.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface Publications extends JpaRepository<Publication, UUID> {
    List<Publication> findByConsultationIdOrderByChannel(UUID consultationId);

    /** Planned, but not done. */
    Optional<Publication> findFirstByConsultationIdAndChannelAndPublishedOnIsNull(UUID consultationId, Channel channel);

    Page<Publication> findByConsultationId(UUID consultationId, Pageable page);

    Page<Publication> findByConsultationIdAndChannel(UUID consultationId, Channel channel, Pageable page);

    @Query("select coalesce(sum(p.reach), 0) from Publication p where p.consultationId = :id")
    long reach(UUID id);
}
