package lv.varu.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import lv.varu.commitment.CommitmentBook;
import lv.varu.commitment.CommitmentState;
import lv.varu.commitment.Progress;
import lv.varu.commitment.ProgressDesk;
import lv.varu.engine.EngineJobs;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.sample.SampleFiles.ProposalEntry;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells what became of the promises in published answers: recorded, told of, done, given up or late. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleCommitments {
    private static final String COMMITMENT = "commitment";
    private static final int FATES = 6;
    private static final List<String> AMOUNTS = List.of("4 200", "12 500,50", "", "38 000", "960");

    private static final List<String> DONE = List.of(
            "Darbi pabeigti un pieņemti, viss jau kalpo iedzīvotājiem.",
            "Izdarīts vasarā, kopā ar vietējo biedrību. Paldies visiem, kas palīdzēja talkā!",
            "Pabeigts agrāk, nekā plānots; ietaupīto atstājām tā paša pagasta vajadzībām.");
    private static final List<String> UNDER_WAY = List.of(
            "Iepirkums ir noslēdzies, būvnieks darbus sāks pavasarī.",
            "Projekts ir izstrādāts, gaidām saskaņojumu ar Latvijas Valsts ceļiem.",
            "Pirmā kārta padarīta, otrajai nauda ielikta nākamā gada budžetā.");
    private static final List<String> GIVEN_UP = List.of(
            "Piedāvātās cenas divreiz pārsniedza plānoto, un citu finansējumu neatradām.",
            "Zemes īpašnieks nepiekrita. Meklēsim citu vietu, kad gatavos nākamo plānu.");

    private final CommitmentBook book;
    private final ProgressDesk progress;
    private final ProposalBook proposals;
    private final Links links;
    private final SampleClock clock;
    private final WorkingCalendar calendar;
    private final TaskDesk tasks;
    private final EngineJobs jobs;

    SampleCommitments(
            CommitmentBook book,
            ProgressDesk progress,
            ProposalBook proposals,
            Links links,
            SampleClock clock,
            WorkingCalendar calendar,
            TaskDesk tasks,
            EngineJobs jobs) {
        this.book = book;
        this.progress = progress;
        this.proposals = proposals;
        this.links = links;
        this.clock = clock;
        this.calendar = calendar;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /** One of each fate in turn, so that every page has something to show. */
    void tell(Map<ProposalEntry, UUID> known, LocalDate today, Person staff) {
        Map<UUID, UUID> begun = book.ids(known.values());
        Map<UUID, UUID> inOrder = new LinkedHashMap<>();
        known.values().stream()
                .filter(begun::containsKey)
                .forEach(id -> inOrder.put(id, requireNonNull(begun.get(id))));
        int turn = 0;
        for (var promise : inOrder.entrySet()) {
            ProposalView proposal = proposals.find(promise.getKey()).orElseThrow();
            tell(proposal, promise.getValue(), turn++, today, staff);
        }
    }

    private void tell(ProposalView proposal, UUID id, int turn, LocalDate today, Person staff) {
        // Promises are recorded when the program knows them; asking for what is long past would flood everybody.
        at(today.minusDays(90));
        switch (turn % FATES) {
            case 0 -> record(proposal, id, turn, today.plusDays(25L + turn), staff);
            case 1 -> {
                record(proposal, id, turn, today.plusMonths(1), staff);
                news(proposal, id, today.minusDays(9L + turn), CommitmentState.DONE, one(DONE, turn));
            }
            case 2 -> {
                record(proposal, id, turn, today.plusMonths(3), staff);
                news(proposal, id, today.minusDays(4L + turn), CommitmentState.UNDER_WAY, one(UNDER_WAY, turn));
            }
            case 3 -> {
                record(proposal, id, turn, today.plusMonths(3), staff);
                news(proposal, id, today.minusDays(30L + turn), CommitmentState.GIVEN_UP, one(GIVEN_UP, turn));
            }
            case 4 -> late(proposal, id, turn, today, staff);
            default -> record(proposal, id, turn, today.plusDays(40L + turn), staff);
        }
    }

    private void record(ProposalView proposal, UUID id, int turn, LocalDate nextOn, Person staff) {
        Map<String, String> values = new HashMap<>();
        values.put("decision", "FOLLOW");
        values.put("what", proposal.title());
        values.put("amount", AMOUNTS.get(turn % AMOUNTS.size()));
        values.put("year", String.valueOf(nextOn.getYear()));
        values.put("budgetLine", "");
        values.put("councilOn", "");
        values.put("link", "");
        values.put("contact", text(proposal.contactId()));
        values.put("everyMonths", "6");
        values.put("nextOn", calendar.workingDayOnOrAfter(nextOn).toString());
        UUID task = tasks.open(CaseKey.of(COMMITMENT, id)).get(0).id();
        Acting.as(Actor.account(staff.id()), null, () -> tasks.complete(task, values, staff));
    }

    private void news(ProposalView proposal, UUID id, LocalDate day, CommitmentState state, String words) {
        at(day);
        UUID contact = proposal.contactId();
        String token = links.issue(
                Link.Purpose.TELL_PROGRESS,
                partnership(id),
                contact == null ? "partnership:" + partnership(id) : contact.toString(),
                clock.instant().plus(Duration.ofDays(1)));
        Acting.as(
                Actor.link(contact == null ? "partnership" : contact),
                null,
                () -> progress.tell(token, Map.of(id, new Progress(state, words, null, null))));
    }

    /** Asked, reminded, and the manager told; tomorrow staff will telephone. */
    private void late(ProposalView proposal, UUID id, int turn, LocalDate today, Person staff) {
        LocalDate due = calendar.minusWorkingDays(today, 2);
        LocalDate asked = calendar.minusWorkingDays(due, 10);
        record(proposal, id, turn, asked, staff);
        at(asked);
        jobs.run(COMMITMENT, id.toString(), "progressDue");
        at(calendar.minusWorkingDays(due, 2));
        jobs.run(COMMITMENT, id.toString(), "reminderDue");
        at(calendar.plusWorkingDays(due, 1));
        jobs.run(COMMITMENT, id.toString(), "overdue");
    }

    private static String one(List<String> texts, int turn) {
        return texts.get(turn / FATES % texts.size());
    }

    private String partnership(UUID id) {
        return book.partnership(id);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private void at(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.of(9, 30)).atZone(Riga.ZONE).toInstant());
    }
}
