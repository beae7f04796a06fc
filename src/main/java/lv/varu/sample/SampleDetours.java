package lv.varu.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.sample.SampleFiles.ProposalEntry;
import lv.varu.task.TaskDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the turns of single proposals: an author is asked to clarify, a municipality asks for more days. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleDetours {
    private static final String PROPOSAL = "proposal";

    private final ProposalBook book;
    private final AnswerDesk answers;
    private final TaskDesk tasks;
    private final Links links;
    private final WorkingCalendar calendar;
    private final SampleClock clock;

    SampleDetours(
            ProposalBook book,
            AnswerDesk answers,
            TaskDesk tasks,
            Links links,
            WorkingCalendar calendar,
            SampleClock clock) {
        this.book = book;
        this.answers = answers;
        this.tasks = tasks;
        this.links = links;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The first that waits for staff and whose author can be asked. */
    void clarify(Map<ProposalEntry, UUID> known, LocalDate today, Person staff) {
        known.entrySet().stream()
                .filter(proposal -> book.find(proposal.getValue()).stream()
                        .anyMatch(view -> view.status() == ProposalStatus.RECEIVED))
                .filter(proposal -> proposal.getKey().submitter().email() != null)
                .findFirst()
                .ifPresent(proposal -> {
                    at(calendar.workingDayOnOrBefore(today.minusDays(1)), 15);
                    ask(proposal.getKey(), proposal.getValue(), staff);
                });
    }

    private void ask(ProposalEntry entry, UUID id, Person staff) {
        Map<String, Object> values = new HashMap<>();
        values.put("topic", entry.topic().name());
        values.put("municipality", entry.municipality());
        values.put("place", entry.place() == null ? "" : entry.place());
        values.put("asset", entry.asset() == null ? "" : entry.asset().name());
        values.put("decision", "CLARIFY");
        values.put(
                "question",
                "Lūdzu, nosauciet vietas pēc iespējas precīzāk: kurā ciemā un pie kuras mājas vai krustojuma?"
                        + " Pašvaldība tad varēs atbildēt par katru.");
        tasks.open(CaseKey.of(PROPOSAL, id)).stream()
                .filter(task -> task.taskKey().equals("screen"))
                .findFirst()
                .ifPresent(task ->
                        Acting.as(Actor.account(staff.id()), null, () -> tasks.complete(task.id(), values, staff)));
    }

    /** The last that still waits for its municipality and is not late: there the manager has something to decide. */
    void askForMoreDays(Map<ProposalEntry, UUID> known, LocalDate today) {
        List<ProposalView> waiting = known.values().stream()
                .flatMap(id -> book.find(id).stream())
                .filter(view -> view.status() == ProposalStatus.FORWARDED && !view.isLate())
                .filter(view -> view.contactId() != null && view.dueOn() != null)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        ProposalView view = waiting.get(waiting.size() - 1);
        LocalDate due = view.dueOn();
        UUID contact = view.contactId();
        if (due == null || contact == null) {
            return;
        }
        at(calendar.workingDayOnOrBefore(today.minusDays(1)), 14);
        LocalDate from = due.isAfter(today) ? due : today;
        String token = links.issue(
                Link.Purpose.ANSWER_PROPOSALS,
                view.callId().toString(),
                contact.toString(),
                clock.instant().plus(Duration.ofDays(1)));
        Acting.as(
                Actor.link(contact),
                null,
                () -> answers.askForMoreDays(
                        token,
                        List.of(view.id()),
                        calendar.plusWorkingDays(from, 10),
                        "Jautājums jāizskata tautsaimniecības komitejā; tās sēde ir tikai nākamnedēļ."));
    }

    private void at(LocalDate day, int hour) {
        clock.moveTo(day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant());
    }
}
