package lv.varu.consultation.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.consultation.Details;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are told of meetings, as it was on that day. */
@Repository
@NamedInterface("shared")
@Transactional(propagation = Propagation.MANDATORY)
public class MeetingNews {
    private final JdbcClient jdbc;

    MeetingNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID keep(UUID consultation, What what, Details.Meeting told, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into consultation_meeting_news"
                        + " (id, consultation_id, what, kind, held_at, until, place, url, told_at)"
                        + " values (:id, :consultation, :what, :kind, :heldAt, :until, :place, :url, :now)")
                .param("id", id)
                .param("consultation", consultation)
                .param("what", what.name())
                .param("kind", told.kind().name())
                .param("heldAt", told.at())
                .param("until", told.until(), Types.TIME)
                .param("place", told.place())
                .param("url", told.url())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** For a letter; texts choose their words by {@code what} and {@code kind}. */
    public Map<String, Object> facts(UUID id) {
        return jdbc.sql("select * from consultation_meeting_news where id = ?")
                .param(id)
                .query(MeetingNews::facts)
                .single();
    }

    private static Map<String, Object> facts(ResultSet row, int number) throws SQLException {
        var at = row.getObject("held_at", LocalDateTime.class);
        String place = row.getString("place");
        String url = row.getString("url");
        Map<String, Object> facts = new HashMap<>();
        facts.put("what", What.valueOf(row.getString("what")));
        facts.put("kind", Details.Meeting.Kind.valueOf(row.getString("kind")));
        facts.put("day", at.toLocalDate());
        facts.put("hours", Details.Meeting.hours(at, row.getObject("until", LocalTime.class)));
        facts.put("inPerson", !place.isEmpty());
        facts.put("place", place);
        facts.put("online", !url.isEmpty());
        facts.put("join", url);
        return facts;
    }

    /** What became of a meeting. */
    enum What {
        ADDED,
        MOVED,
        CANCELLED
    }
}
