package lv.varu.consultation.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import lv.varu.consultation.Details;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A meeting about a consultation that anybody may attend, and what was written down there. */
@Entity
@Table(name = "consultation_meeting")
@NamedInterface("shared")
public class PublicMeeting {
    @Id
    private UUID id;

    private UUID consultationId;
    private LocalDateTime heldAt;
    private @Nullable LocalTime until;
    private int sequence;

    @Enumerated(EnumType.STRING)
    private Details.Meeting.Format format;

    @Enumerated(EnumType.STRING)
    private Details.Meeting.Kind kind;

    private String place;
    private String url;
    private String minutes;
    private boolean minutesPublic;
    private @Nullable Integer attendance;
    private boolean attendanceAtLeast;
    private @Nullable Instant minutesAt;
    private @Nullable String minutesBy;
    private @Nullable Instant remindedAt;

    protected PublicMeeting() {}

    PublicMeeting(UUID id, UUID consultationId, Details.Meeting told) {
        this.id = id;
        this.consultationId = consultationId;
        this.minutes = "";
        take(told);
    }

    /** Other time, place or way of taking part; calendars go by the sequence. */
    void move(Details.Meeting told) {
        if (!told.equals(told())) {
            sequence++;
        }
        take(told);
    }

    private void take(Details.Meeting told) {
        this.heldAt = told.at();
        this.format = told.format();
        this.place = told.place();
        this.url = told.url();
        this.until = told.until();
        this.kind = told.kind();
    }

    void write(Minutes written, String by, Instant now) {
        this.minutes = written.text();
        this.minutesPublic = written.forEverybody();
        this.attendance = written.attendance();
        this.attendanceAtLeast = written.atLeast();
        this.minutesAt = now;
        this.minutesBy = by;
    }

    void reminded(Instant now) {
        this.remindedAt = now;
    }

    /**
     * What was written down.
     *
     * @param attendance how many came
     * @param atLeast nobody counted exactly, there were no fewer
     */
    @NamedInterface("shared")
    public record Minutes(
            String text, boolean forEverybody, @Nullable Integer attendance, boolean atLeast) {}

    /** As the notice tells of it. */
    Details.Meeting told() {
        return new Details.Meeting(heldAt, format, place, url, until, kind);
    }

    public UUID id() {
        return id;
    }

    public UUID consultationId() {
        return consultationId;
    }

    /** Local time in Riga. */
    public LocalDateTime heldAt() {
        return heldAt;
    }

    public @Nullable LocalTime until() {
        return until;
    }

    public String hours() {
        return Details.Meeting.hours(heldAt, until);
    }

    int sequence() {
        return sequence;
    }

    public Details.Meeting.Format format() {
        return format;
    }

    public Details.Meeting.Kind kind() {
        return kind;
    }

    public String place() {
        return place;
    }

    public String url() {
        return url;
    }

    public String minutes() {
        return minutes;
    }

    public boolean minutesPublic() {
        return minutesPublic;
    }

    public @Nullable Integer attendance() {
        return attendance;
    }

    public boolean attendanceAtLeast() {
        return attendanceAtLeast;
    }

    public @Nullable Instant minutesAt() {
        return minutesAt;
    }

    public @Nullable String minutesBy() {
        return minutesBy;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }
}
