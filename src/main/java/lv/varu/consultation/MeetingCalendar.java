package lv.varu.consultation;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Public meetings for calendars, cancelled ones too: whoever has taken one over learns that it does not take place. */
@NamedInterface("shared")
@Repository
@Transactional(readOnly = true)
public class MeetingCalendar {
    private final JdbcClient jdbc;

    MeetingCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By consultation, in the order of time. */
    public Map<UUID, List<ScheduledMeeting>> of(Collection<UUID> consultations) {
        return jdbc
                .sql("""
                        select id, consultation_id, held_at, until, place, url, kind, sequence, false as cancelled
                        from consultation_meeting where consultation_id = any(:ids)
                        union all
                        select id, consultation_id, held_at, until, place, url, kind, sequence, true
                        from consultation_meeting_cancelled where consultation_id = any(:ids)
                        order by held_at, id
                        """)
                .param("ids", consultations.toArray(UUID[]::new))
                .query(MeetingCalendar::meeting)
                .list()
                .stream()
                .collect(groupingBy(ScheduledMeeting::consultationId));
    }

    private static ScheduledMeeting meeting(ResultSet row, int number) throws SQLException {
        LocalDateTime from = row.getObject("held_at", LocalDateTime.class);
        return new ScheduledMeeting(
                row.getObject("id", UUID.class),
                row.getObject("consultation_id", UUID.class),
                from,
                Details.Meeting.ends(from, row.getObject("until", LocalTime.class)),
                row.getString("place"),
                row.getString("url"),
                Details.Meeting.Kind.valueOf(row.getString("kind")),
                row.getInt("sequence"),
                row.getBoolean("cancelled"));
    }

    @Transactional
    public void cancelled(UUID id, UUID consultation, Details.Meeting told, int sequence, Instant now) {
        jdbc.sql("insert into consultation_meeting_cancelled"
                        + " (id, consultation_id, held_at, until, place, url, kind, sequence, cancelled_at)"
                        + " values (:id, :consultation, :heldAt, :until, :place, :url, :kind, :sequence, :now)")
                .param("id", id)
                .param("consultation", consultation)
                .param("heldAt", told.at())
                .param("until", told.until(), Types.TIME)
                .param("place", told.place())
                .param("url", told.url())
                .param("kind", told.kind().name())
                .param("sequence", sequence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
