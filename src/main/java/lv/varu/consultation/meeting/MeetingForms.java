package lv.varu.consultation.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.varu.consultation.Details;
import lv.varu.consultation.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** What staff enter about meetings. Everything stays text until it is checked, so that nothing typed is lost. */
class MeetingForms {
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_MINUTES = 40_000;

    private MeetingForms() {}

    private static String typed(@Nullable String value) {
        return Objects.toString(value, "").strip();
    }

    /** When and where. */
    record Plan(
            @Nullable String day,
            @Nullable String time,
            @Nullable String format,
            @Nullable String place,
            @Nullable String url,
            @Nullable String until,
            @Nullable String kind,
            @Nullable Boolean announced) {
        static final Plan EMPTY = new Plan(
                null,
                null,
                Details.Meeting.Format.IN_PERSON.name(),
                null,
                null,
                null,
                Details.Meeting.Kind.MEETING.name(),
                true);

        static Plan of(PublicMeeting meeting) {
            return new Plan(
                    meeting.heldAt().toLocalDate().toString(),
                    meeting.heldAt().toLocalTime().toString(),
                    meeting.format().name(),
                    meeting.place(),
                    meeting.url(),
                    Objects.toString(meeting.until(), ""),
                    meeting.kind().name(),
                    true);
        }

        boolean isAnnounced() {
            return Boolean.TRUE.equals(announced);
        }

        Optional<Details.Meeting> meeting(Errors errors) {
            var at = at(errors);
            var how = Arrays.stream(Details.Meeting.Format.values())
                    .filter(code -> code.name().equals(format))
                    .findFirst()
                    .orElse(Details.Meeting.Format.IN_PERSON);
            var what = Arrays.stream(Details.Meeting.Kind.values())
                    .filter(code -> code.name().equals(kind))
                    .findFirst()
                    .orElse(Details.Meeting.Kind.MEETING);
            var where = typed(place);
            if (where.isEmpty() && how != Details.Meeting.Format.ONLINE) {
                errors.rejectValue("place", "consultation.meeting.place.missing");
            } else if (where.length() > LONGEST_PLACE) {
                errors.rejectValue("place", "consultation.text.long");
            }
            var link = typed(url);
            if (link.isEmpty() && how == Details.Meeting.Format.ONLINE) {
                errors.rejectValue("url", "consultation.meeting.url.missing");
            } else if (!link.isEmpty() && (!link.matches("https?://\\S+") || link.length() > LONGEST_URL)) {
                errors.rejectValue("url", "consultation.meeting.url.wrong");
            }
            var ends = ends(at.map(LocalDateTime::toLocalTime).orElse(null), errors);
            return errors.hasErrors()
                    ? Optional.empty()
                    : at.map(moment -> new Details.Meeting(moment, how, where, link, ends, what));
        }

        private @Nullable LocalTime ends(@Nullable LocalTime from, Errors errors) {
            if (typed(until).isEmpty()) {
                return null;
            }
            try {
                var to = LocalTime.parse(typed(until));
                if (from == null || to.isAfter(from)) {
                    return to;
                }
            } catch (DateTimeException wrong) {
                // Said below, as for an end before the beginning.
            }
            errors.rejectValue("until", "consultation.meeting.until.wrong");
            return null;
        }

        private Optional<LocalDateTime> at(Errors errors) {
            LocalDate on = null;
            LocalTime from = null;
            try {
                on = LocalDate.parse(typed(day));
            } catch (DateTimeException wrong) {
                errors.rejectValue("day", "consultation.meeting.day.missing");
            }
            try {
                from = LocalTime.parse(typed(time));
            } catch (DateTimeException wrong) {
                errors.rejectValue("time", "consultation.meeting.time.missing");
            }
            return on == null || from == null ? Optional.empty() : Optional.of(on.atTime(from));
        }
    }

    /** What was written down. */
    record Minutes(
            @Nullable String minutes,
            @Nullable String attendance,
            @Nullable Boolean atLeast,
            @Nullable Boolean forEverybody,
            List<MultipartFile> files) {
        Minutes {
            files = Uploads.chosen(files);
        }

        static Minutes of(PublicMeeting meeting) {
            return new Minutes(
                    meeting.minutes(),
                    Objects.toString(meeting.attendance(), ""),
                    meeting.attendanceAtLeast(),
                    meeting.minutesPublic(),
                    List.of());
        }

        /** @param hasFiles whether files were kept before */
        Optional<PublicMeeting.Minutes> written(boolean hasFiles, Errors errors) {
            var text = typed(minutes);
            if (text.isEmpty() && files.isEmpty() && !hasFiles) {
                errors.rejectValue("minutes", "consultation.meeting.minutes.missing");
            } else if (text.length() > LONGEST_MINUTES) {
                errors.rejectValue("minutes", "consultation.text.long");
            }
            var number = typed(attendance);
            if (!number.isEmpty() && !number.matches("\\d{1,6}")) {
                errors.rejectValue("attendance", "consultation.meeting.attendance.wrong");
            }
            return errors.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new PublicMeeting.Minutes(
                            text,
                            Boolean.TRUE.equals(forEverybody),
                            number.isEmpty() ? null : Integer.valueOf(number),
                            Boolean.TRUE.equals(atLeast)));
        }
    }

    /** A proposal that was made there. */
    record Said(
            @Nullable String title,
            @Nullable String text,
            @Nullable String topic,
            @Nullable String place,
            @Nullable String name) {
        static final Said EMPTY = new Said(null, null, null, null, null);
    }
}
