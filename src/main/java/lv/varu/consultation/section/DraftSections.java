package lv.varu.consultation.section;

import java.util.List;
import java.util.UUID;
import lv.varu.consultation.ConsultationNotFound;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface DraftSections extends JpaRepository<DraftSection, UUID> {
    List<DraftSection> findByConsultationIdOrderByPositionAscIdAsc(UUID consultationId);

    @Query("""
            select s from DraftSection s where s.consultationId = :id
                and (locate(lower(:words), lower(s.code)) > 0 or locate(lower(:words), lower(s.title)) > 0)
            order by s.position, s.id
            """)
    Page<DraftSection> search(UUID id, String words, Pageable page);

    Page<DraftSection> findByConsultationIdOrderByPositionAscIdAsc(UUID consultationId, Pageable page);

    default DraftSection get(UUID consultationId, UUID id) {
        return findById(id)
                .filter(section -> section.consultationId().equals(consultationId))
                .orElseThrow(() -> new ConsultationNotFound(id.toString()));
    }
}
