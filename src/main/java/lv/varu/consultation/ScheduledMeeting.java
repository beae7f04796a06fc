package lv.varu.consultation;

import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * A meeting as calendars take it.
 *
 * @param from local time in Riga, as is {@code until}
 * @param sequence grows with every change, so that a calendar takes the latest
 */
@NamedInterface("shared")
public record ScheduledMeeting(
        UUID id,
        UUID consultationId,
        LocalDateTime from,
        LocalDateTime until,
        String place,
        String url,
        Details.Meeting.Kind kind,
        int sequence,
        boolean cancelled) {}
