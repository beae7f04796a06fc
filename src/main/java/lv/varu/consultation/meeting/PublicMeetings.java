package lv.varu.consultation.meeting;

import java.util.List;
import java.util.UUID;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNotFound;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

public interface PublicMeetings extends JpaRepository<PublicMeeting, UUID> {
    List<PublicMeeting> findByConsultationIdOrderByHeldAtAscIdAsc(UUID consultationId);

    List<PublicMeeting> findByConsultationIdAndMinutesPublicTrueOrderByHeldAtAscIdAsc(UUID consultationId);

    Page<PublicMeeting> findByConsultationId(UUID consultationId, Pageable page);

    default PublicMeeting get(UUID consultationId, UUID id) {
        return findById(id)
                .filter(meeting -> meeting.consultationId().equals(consultationId))
                .orElseThrow(() -> new ConsultationNotFound(id.toString()));
    }

    /** Keeps the meetings that a notice tells of before it is announced; one with minutes stays. */
    default void follow(Consultation consultation) {
        var kept = findByConsultationIdOrderByHeldAtAscIdAsc(consultation.id());
        var told = consultation.details().meetings();
        deleteAll(kept.stream()
                .filter(meeting -> meeting.minutesAt() == null && !told.contains(meeting.told()))
                .toList());
        var known = kept.stream().map(PublicMeeting::told).toList();
        saveAll(told.stream()
                .filter(meeting -> !known.contains(meeting))
                .map(meeting -> new PublicMeeting(UUID.randomUUID(), consultation.id(), meeting))
                .toList());
    }
}
