package lv.varu.consultation.meeting;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * People are to hear of a meeting that is new, has moved or does not take place.
 *
 * @param news as in {@link MeetingNews}
 */
@NamedInterface("shared")
public record MeetingAnnounced(UUID consultation, UUID news) {}
