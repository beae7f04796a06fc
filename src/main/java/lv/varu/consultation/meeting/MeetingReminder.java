package lv.varu.consultation.meeting;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Consultations;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds staff of minutes that are still missing three working days after a meeting. */
@Component
class MeetingReminder {
    private static final int WORKING_DAYS = 3;
    /** Whoever starts to use the program is not asked about meetings of long ago. */
    private static final int FORGOTTEN_AFTER_DAYS = 60;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final JdbcClient jdbc;
    private final PublicMeetings meetings;
    private final Consultations consultations;
    private final People people;
    private final Outbox outbox;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MeetingReminder(
            JdbcClient jdbc,
            PublicMeetings meetings,
            Consultations consultations,
            People people,
            Outbox outbox,
            PublicAddress address,
            LatvianDates dates,
            WorkingCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.consultations = consultations;
        this.people = people;
        this.outbox = outbox;
        this.address = address;
        this.dates = dates;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 */15 * * * *", zone = "Europe/Riga")
    void tick() {
        boolean morning = !LocalTime.ofInstant(clock.instant(), Riga.ZONE).isBefore(MORNING);
        if (morning && calendar.isWorkingDay(Riga.today(clock))) {
            transaction.executeWithoutResult(status -> remind());
        }
    }

    /** In the caller's transaction; of how many meetings. */
    int remind() {
        var today = Riga.today(clock);
        List<UUID> due = jdbc.sql("select id from consultation_meeting where minutes_at is null and reminded_at is null"
                        + " and held_at < ? and held_at > ? order by held_at limit 100 for update skip locked")
                .params(
                        Timestamp.valueOf(calendar.minusWorkingDays(today, WORKING_DAYS)
                                .plusDays(1)
                                .atStartOfDay()),
                        Timestamp.valueOf(today.minusDays(FORGOTTEN_AFTER_DAYS).atStartOfDay()))
                .query(UUID.class)
                .list();
        meetings.findAllById(due).forEach(this::remind);
        return due.size();
    }

    private void remind(PublicMeeting meeting) {
        meeting.reminded(clock.instant());
        var consultation = consultations.get(meeting.consultationId());
        if (consultation.status() != ConsultationStatus.WITHDRAWN) {
            outbox.postAll(people.of(consultation.lead()).stream()
                    .map(person -> letter(meeting, consultation, person))
                    .toList());
        }
    }

    private Letter letter(PublicMeeting meeting, Consultation consultation, Person person) {
        return Letter.about(
                        ConsultationDesk.key(consultation.id()),
                        "consultation.letter.minutes",
                        person.email(),
                        person.name())
                .in(person.language())
                .with("title", consultation.title())
                .with("day", dates.date(meeting.heldAt().toLocalDate(), person.language()))
                .with("place", meeting.place().isEmpty() ? meeting.url() : meeting.place())
                .action(URI.create(
                        address.of("/darbs/apspriesanas/" + consultation.code() + "/sanaksmes/" + meeting.id())))
                .once("meeting-minutes:" + meeting.id() + ":" + person.id())
                .seal();
    }
}
