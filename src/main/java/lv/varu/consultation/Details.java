package lv.varu.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a notice tells besides title and dates, as notices of municipalities do.
 *
 * @param decision the council's decision to open the consultation
 * @param intake where proposals may be sent besides the form
 * @param contact the responsible official, or the partnership's contact person
 */
@NamedInterface("shared")
public record Details(
        @Nullable Decision decision,
        List<DraftVersion> draftVersions,
        List<WebLink> links,
        List<ViewingPlace> viewingPlaces,
        List<Meeting> meetings,
        List<String> questions,
        @Nullable Intake intake,
        @Nullable Contact contact) {

    public static final Details NONE =
            new Details(null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    public Details {
        draftVersions = List.copyOf(draftVersions);
        links = List.copyOf(links);
        viewingPlaces = List.copyOf(viewingPlaces);
        meetings = List.copyOf(meetings);
        questions = List.copyOf(questions);
    }

    /** Versions and meetings stay: people are told of those by themselves. */
    Details correctedBy(Details other) {
        return new Details(
                other.decision,
                draftVersions,
                other.links,
                other.viewingPlaces,
                meetings,
                other.questions,
                other.intake,
                other.contact);
    }

    Details withMeetings(List<Meeting> instead) {
        return new Details(decision, draftVersions, links, viewingPlaces, instead, questions, intake, contact);
    }

    /** A council's decision: date, number of the minutes and paragraph, as far as known. */
    @NamedInterface("shared")
    public record Decision(String council, @Nullable LocalDate date, String minutesNumber, String paragraph) {}

    /** A draft version ("1.0 redakcija") and where it can be read. */
    @NamedInterface("shared")
    public record DraftVersion(String label, @Nullable LocalDate date, String url) {}

    /** A page elsewhere: the municipality's website, TAPIS, the TAP portal. */
    @NamedInterface("shared")
    public record WebLink(String label, String url) {}

    /** A library, parish office or client centre where the document can be read on paper. */
    @NamedInterface("shared")
    public record ViewingPlace(String name, String address) {}

    /**
     * A public meeting.
     *
     * @param at local time in Riga
     * @param url where to join, for meetings that are not in person only
     * @param until when it ends, the same day
     */
    @NamedInterface("shared")
    public record Meeting(
            LocalDateTime at,
            Format format,
            String place,
            String url,
            @Nullable LocalTime until,
            Kind kind) {
        private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

        public Meeting {
            // Notices of before do not say it.
            kind = Objects.requireNonNullElse(kind, Kind.MEETING);
        }

        public Meeting(LocalDateTime at, Format format, String place, String url) {
            this(at, format, place, url, null, Kind.MEETING);
        }

        /** Two hours later when nobody has said it. */
        public static LocalDateTime ends(LocalDateTime at, @Nullable LocalTime until) {
            return until == null ? at.plusHours(2) : at.toLocalDate().atTime(until);
        }

        /** {@code 17:00–19:00}, or {@code 17:00} when nobody has said when it ends. */
        public String hours() {
            return hours(at, until);
        }

        public static String hours(LocalDateTime at, @Nullable LocalTime until) {
            return HOURS.format(at) + (until == null ? "" : "–" + HOURS.format(until));
        }

        /** How people take part. */
        @NamedInterface("shared")
        public enum Format {
            IN_PERSON,
            ONLINE,
            HYBRID
        }

        /** What people come to. */
        @NamedInterface("shared")
        public enum Kind {
            MEETING,
            WORKING_GROUP,
            COUNCIL_MEETING
        }
    }

    /** Where letters with proposals go. */
    @NamedInterface("shared")
    public record Intake(String email, String post) {}

    /** Whom people may ask. */
    @NamedInterface("shared")
    public record Contact(String name, String email, String phone) {}
}
