package lv.varu.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.position.Delivery;
import lv.varu.consultation.position.ReceiptDesk;
import lv.varu.consultation.turn.ExtensionDesk;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the turns that the consultations of the sample take: more time, and positions that arrive. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleTurns {
    private final ConsultationBook consultations;
    private final ExtensionDesk extensions;
    private final ReceiptDesk receipts;
    private final TaskDesk tasks;
    private final WorkingCalendar calendar;
    private final SampleClock clock;

    SampleTurns(
            ConsultationBook consultations,
            ExtensionDesk extensions,
            ReceiptDesk receipts,
            TaskDesk tasks,
            WorkingCalendar calendar,
            SampleClock clock) {
        this.consultations = consultations;
        this.extensions = extensions;
        this.receipts = receipts;
        this.tasks = tasks;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The people of the parishes asked for another week. */
    void extend(UUID id, LocalDate today, Person staff) {
        at(today.minusDays(1), 11);
        var closesOn = consultations.find(id).orElseThrow().closesOn();
        as(
                staff,
                () -> extensions.extend(
                        id,
                        closesOn.plusDays(7),
                        "Divos pagastos sanāksmes notiks tikai nākamnedēļ, un iedzīvotāji lūdza vairāk laika.",
                        staff));
    }

    /** What no letter reaches is sent by e-address. */
    void send(UUID id, LocalDate delivered, Person staff) {
        for (OpenTask task : tasks.open(CaseKey.of("consultation", id))) {
            if (task.taskKey().equals("sendByEAddress")) {
                Map<String, String> message = Map.of(
                        "manner",
                        "E_ADDRESS",
                        "number",
                        "EA-" + delivered.getYear() + "-0417",
                        "sentOn",
                        delivered.toString(),
                        "sentAt",
                        "15:40");
                as(staff, () -> tasks.complete(task.id(), message, staff));
            }
        }
    }

    /** Each host confirms on the next working day. */
    void receive(UUID id, LocalDate delivered, Person staff) {
        at(calendar.plusWorkingDays(delivered, 1), 11);
        consultations.deliveries(id).stream()
                .filter(delivery -> !delivery.isConfirmed())
                .map(Delivery::host)
                .forEach(host -> as(staff, () -> receipts.note(id, host, staff)));
    }

    private void at(LocalDate day, int hour) {
        clock.moveTo(day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant());
    }

    private static void as(Person person, Runnable work) {
        Acting.as(Actor.account(person.id()), null, work);
    }
}
