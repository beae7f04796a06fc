package lv.varu.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.directory.Organisation;
import lv.varu.directory.Organisations;
import lv.varu.engine.EngineJobs;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.proposal.author.Rating;
import lv.varu.sample.SampleFiles.ProposalEntry;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the proposals of a consultation: sent, confirmed, screened, answered or met with silence. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleProposals {
    private static final String PROPOSAL = "proposal";
    private static final int BEST = 5;
    private static final Set<ProposalStatus> UNSCREENED =
            EnumSet.of(ProposalStatus.UNCONFIRMED, ProposalStatus.RECEIVED);

    private final IntakeDesk intake;
    private final ProposalDesk desk;
    private final ProposalBook book;
    private final AnswerDesk answers;
    private final SampleOffice office;
    private final Organisations organisations;
    private final Links links;
    private final SampleClock clock;
    private final WorkingCalendar calendar;
    private final TaskDesk tasks;
    private final EngineJobs jobs;

    SampleProposals(
            IntakeDesk intake,
            ProposalDesk desk,
            ProposalBook book,
            AnswerDesk answers,
            SampleOffice office,
            Organisations organisations,
            Links links,
            SampleClock clock,
            WorkingCalendar calendar,
            TaskDesk tasks,
            EngineJobs jobs) {
        this.intake = intake;
        this.desk = desk;
        this.book = book;
        this.answers = answers;
        this.office = office;
        this.organisations = organisations;
        this.links = links;
        this.clock = clock;
        this.calendar = calendar;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    boolean goesOn(ProposalEntry entry) {
        return entry.status() != ProposalStatus.DECLINED && !UNSCREENED.contains(entry.status());
    }

    UUID send(ProposalEntry entry, LocalDate today, Person staff) {
        LocalDate day = SampleFiles.day(entry.submittedOn(), entry.submittedInDays(), today);
        at(day, 12);
        var receipt = Acting.begin(Actor.VISITOR, null);
        try (receipt) {
            var sent = intake.submit(submission(entry), UUID.randomUUID().toString());
            if (sent.confirmBy() != null && entry.status() != ProposalStatus.UNCONFIRMED) {
                at(day, 13);
                desk.confirm(links.issue(
                        Link.Purpose.CONFIRM_PROPOSAL,
                        sent.proposalId().toString(),
                        requireNonNull(entry.submitter().email()),
                        clock.instant().plus(Duration.ofHours(72))));
            }
            if (!UNSCREENED.contains(entry.status())) {
                screen(sent.proposalId(), entry, day, staff);
            }
            return sent.proposalId();
        }
    }

    private void screen(UUID id, ProposalEntry entry, LocalDate day, Person staff) {
        at(calendar.workingDayOnOrAfter(day.plusDays(1)), 10);
        Map<String, Object> values = new HashMap<>();
        values.put("topic", entry.topic().name());
        values.put("municipality", entry.municipality());
        values.put("place", entry.place() == null ? "" : entry.place());
        values.put("asset", entry.asset() == null ? "" : entry.asset().name());
        values.put("decision", entry.status() == ProposalStatus.DECLINED ? "DECLINE" : "FORWARD");
        values.put("declineReason", entry.declineReason() == null ? "" : entry.declineReason());
        complete(id, "screen", staff, values);
    }

    /** The municipalities' answers, each on its day; where there is none, time passes. */
    void answer(Map<ProposalEntry, UUID> known, LocalDate today, Person staff) {
        known.forEach((entry, id) -> {
            if (!goesOn(entry)) {
                return;
            }
            if (entry.outcome() == Outcome.NO_REPLY) {
                keepSilent(id, staff, true);
            } else if (entry.outcome() != null) {
                at(SampleFiles.day(entry.answeredOn(), entry.answeredInDays(), today), 14);
                reply(id, entry, staff);
            } else if (entry.late()) {
                keepSilent(id, staff, false);
            }
        });
    }

    private void reply(UUID id, ProposalEntry entry, Person staff) {
        var reply = new Reply(entry.outcome(), entry.route(), entry.rationale());
        if (waitsAt(id, "answerOurselves")) {
            complete(id, "answerOurselves", staff, words(reply));
            return;
        }
        var view = view(id);
        var contact = view.contactId();
        var token = links.issue(
                Link.Purpose.ANSWER_PROPOSALS,
                view.callId().toString(),
                contact == null ? "partnership:" : contact.toString(),
                clock.instant().plus(Duration.ofDays(1)));
        Acting.as(Actor.link(contact == null ? "partnership" : contact), null, () -> {
            office.begin(token, id, entry.title(), reply);
            answers.send(token, Map.of(id, reply));
        });
    }

    private static Map<String, ?> words(Reply reply) {
        return Map.of(
                "outcome", requireNonNull(reply.outcome()).name(),
                "route", requireNonNull(reply.route()).name(),
                "rationale", requireNonNull(reply.rationale()));
    }

    private boolean waitsAt(UUID id, String name) {
        return tasks.open(CaseKey.of(PROPOSAL, id)).stream()
                .anyMatch(open -> open.taskKey().equals(name));
    }

    private void keepSilent(UUID id, Person staff, boolean toTheEnd) {
        LocalDate due = requireNonNull(view(id).dueOn());
        at(calendar.minusWorkingDays(due, 2), 9);
        go(id, "reminderDue");
        at(due, 9);
        go(id, "dueDay");
        at(calendar.plusWorkingDays(due, 1), 9);
        go(id, "overdue");
        at(calendar.plusWorkingDays(due, 3), 9);
        go(id, "stillSilent");
        at(calendar.plusWorkingDays(due, 3), 11);
        complete(id, "telephone", staff, Map.of("note", "Zvanīju, neatbild. Atstāju ziņu kancelejā."));
        if (toTheEnd) {
            at(calendar.plusWorkingDays(due, 20).plusDays(1), 0);
            go(id, "finalDate");
        }
    }

    /** Those who got what they asked for are content. */
    void rate(Map<ProposalEntry, UUID> known, LocalDate day) {
        at(day, 19);
        known.forEach((entry, id) -> {
            String email = entry.submitter().email();
            if (entry.outcome() != null && entry.outcome() != Outcome.NO_REPLY && email != null) {
                var token = links.issue(
                        Link.Purpose.FOLLOW_PROPOSAL,
                        id.toString(),
                        email,
                        clock.instant().plus(Duration.ofDays(1)));
                var rating = new Rating(BEST - entry.outcome().ordinal(), null);
                Acting.as(Actor.VISITOR, null, () -> desk.rate(token, rating));
            }
        });
    }

    private Submission submission(ProposalEntry entry) {
        var submitter = entry.submitter();
        return new Submission(
                entry.consultation(),
                entry.channel().equals("ONLINE") ? IntakeChannel.PORTAL : IntakeChannel.PAPER,
                entry.language(),
                entry.title(),
                entry.text(),
                entry.topic(),
                entry.municipality(),
                entry.place(),
                entry.ownContribution(),
                entry.supportAsked(),
                new Submitter(
                        submitter.name(),
                        submitter.email(),
                        submitter.phone(),
                        submitter.address(),
                        organisationName(submitter.organisation()),
                        entry.consents().publishName()),
                entry.consents().processing(),
                entry.consents().forwarding(),
                List.of(),
                null);
    }

    private @Nullable String organisationName(@Nullable String email) {
        return email == null
                ? null
                : organisations.findByEmail(email).map(Organisation::name).orElse(email);
    }

    private ProposalView view(UUID id) {
        return book.find(id).orElseThrow();
    }

    private void complete(UUID id, String name, Person by, Map<String, ?> values) {
        OpenTask task = tasks.open(CaseKey.of(PROPOSAL, id)).stream()
                .filter(open -> open.taskKey().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no task " + name));
        Acting.as(Actor.account(by.id()), null, () -> tasks.complete(task.id(), values, by));
    }

    private void go(UUID id, String activity) {
        if (!jobs.run(PROPOSAL, id.toString(), activity)) {
            throw new IllegalStateException(id + " does not wait at " + activity);
        }
    }

    private void at(LocalDate day, int hour) {
        Instant moment = day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant();
        clock.moveTo(moment);
    }
}
