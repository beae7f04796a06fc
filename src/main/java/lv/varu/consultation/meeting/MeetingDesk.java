package lv.varu.consultation.meeting;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.Details;
import lv.varu.consultation.MeetingCalendar;
import lv.varu.consultation.Uploads;
import lv.varu.consultation.meeting.MeetingNews.What;
import lv.varu.consultation.turn.Change;
import lv.varu.consultation.turn.Concerned;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Keeps public meetings: the notice tells of them whatever its stage, and their minutes follow. */
@Component
@Transactional
@NamedInterface("shared")
public class MeetingDesk {
    private final Consultations consultations;
    private final PublicMeetings meetings;
    private final MeetingCalendar calendar;
    private final MeetingNews news;
    private final Concerned concerned;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MeetingDesk(
            Consultations consultations,
            PublicMeetings meetings,
            MeetingCalendar calendar,
            MeetingNews news,
            Concerned concerned,
            Documents documents,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.meetings = meetings;
        this.calendar = calendar;
        this.news = news;
        this.concerned = concerned;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** The files of its minutes. */
    public static CaseKey minutesOf(UUID meeting) {
        return CaseKey.of("meeting", meeting);
    }

    /** In the order in which they are held. */
    @Transactional(readOnly = true)
    public List<PublicMeeting> of(UUID consultation) {
        return meetings.findByConsultationIdOrderByHeldAtAscIdAsc(consultation);
    }

    /** @param announced everybody concerned gets a letter, if it lies ahead */
    UUID add(UUID consultation, Details.Meeting told, boolean announced, Person by) {
        var about = held(consultation, by);
        var meeting = meetings.save(new PublicMeeting(UUID.randomUUID(), consultation, told));
        tell(about);
        trail.record(ConsultationDesk.key(consultation), "consultation.meeting-added", facts(told));
        if (announced) {
            announce(about, What.ADDED, told);
        }
        return meeting.id();
    }

    void move(UUID consultation, UUID id, Details.Meeting told, boolean announced, Person by) {
        var about = held(consultation, by);
        var meeting = meetings.get(consultation, id);
        var before = facts(meeting.told());
        meeting.move(told);
        tell(about);
        if (!before.equals(facts(told))) {
            trail.change(ConsultationDesk.key(consultation), "consultation.meeting-changed", before, facts(told));
            if (announced) {
                announce(about, What.MOVED, told);
            }
        }
    }

    void delete(UUID consultation, UUID id, boolean announced, Person by) {
        var about = held(consultation, by);
        var meeting = meetings.get(consultation, id);
        documents.removeAll(minutesOf(id));
        if (about.isPublic()) {
            calendar.cancelled(id, consultation, meeting.told(), meeting.sequence() + 1, clock.instant());
        }
        meetings.delete(meeting);
        tell(about);
        trail.record(ConsultationDesk.key(consultation), "consultation.meeting-deleted", facts(meeting.told()));
        if (announced) {
            announce(about, What.CANCELLED, meeting.told());
        }
    }

    private void announce(Consultation about, What what, Details.Meeting told) {
        if (mayAnnounce(about) && told.at().isAfter(LocalDateTime.ofInstant(clock.instant(), Riga.ZONE))) {
            UUID kept = news.keep(about.id(), what, told, clock.instant());
            concerned.tell(about, Change.MEETING, kept);
            events.publishEvent(new MeetingAnnounced(about.id(), kept));
        }
    }

    /** Whether anybody has heard of the consultation, and still cares. */
    static boolean mayAnnounce(Consultation consultation) {
        return consultation.isPublic() && consultation.status() != ConsultationStatus.WITHDRAWN;
    }

    public void write(UUID consultation, UUID id, PublicMeeting.Minutes minutes, List<MultipartFile> files, Person by) {
        held(consultation, by);
        var meeting = meetings.get(consultation, id);
        Uploads.store(documents, minutesOf(id), files);
        meeting.write(minutes, by.name(), clock.instant());
        trail.record(
                ConsultationDesk.key(consultation),
                "consultation.meeting-minutes",
                Map.of(
                        "date",
                        meeting.heldAt().toLocalDate().toString(),
                        "attendance",
                        Objects.toString(minutes.attendance(), "") + (minutes.atLeast() ? "+" : ""),
                        "published",
                        minutes.forEverybody() ? "1" : "0"));
    }

    @Transactional(readOnly = true)
    public Document file(UUID consultation, UUID id, UUID file) {
        meetings.get(consultation, id);
        return documents
                .find(file)
                .filter(document -> document.owner().equals(minutesOf(id)))
                .orElseThrow(() -> new ConsultationNotFound(file.toString()));
    }

    /** Of minutes that everybody may read. */
    @Transactional(readOnly = true)
    public Document publicFile(UUID consultation, UUID id, UUID file) {
        if (!meetings.get(consultation, id).minutesPublic()) {
            throw new ConsultationNotFound(file.toString());
        }
        return file(consultation, id, file);
    }

    String removeFile(UUID consultation, UUID id, UUID file, Person by) {
        held(consultation, by);
        var document = file(consultation, id, file);
        documents.remove(file);
        return document.fileName();
    }

    private Consultation held(UUID consultation, Person by) {
        var held = consultations.getHeld(consultation);
        ConsultationDesk.demandOwner(held.owners(), by);
        return held;
    }

    /** What the notice tells is what its readers, the calendar and the report go by. */
    private void tell(Consultation consultation) {
        meetings.flush();
        consultation.meet(meetings.findByConsultationIdOrderByHeldAtAscIdAsc(consultation.id()).stream()
                .map(PublicMeeting::told)
                .toList());
    }

    private static Map<String, Object> facts(Details.Meeting told) {
        return Map.of(
                "date", told.at().toLocalDate() + " " + told.hours(),
                "place", told.place(),
                "link", told.url(),
                "meetingFormat", told.format().name(),
                "meetingKind", told.kind().name());
    }
}
