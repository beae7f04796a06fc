package lv.varu.sample;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Details;
import lv.varu.consultation.registration.Registration;
import lv.varu.engine.EngineJobs;
import lv.varu.sample.SampleFiles.ChannelEntry;
import lv.varu.sample.SampleFiles.ConsultationEntry;
import lv.varu.sample.SampleFiles.ProposalEntry;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells one consultation from its registration to where it stands. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleStory {
    private static final String CONSULTATION = "consultation";

    /** Working days: ten to answer, and four more, so that today staff telephone those who are silent. */
    private static final int DELIVERED_BEFORE = 14;

    private final ConsultationDesk consultations;
    private final SampleProposals proposals;
    private final SampleSupport support;
    private final SampleKinship kinship;
    private final SampleCommitments commitments;
    private final SampleOffice office;
    private final SampleAccounts accounts;
    private final SampleClock clock;
    private final WorkingCalendar calendar;
    private final TaskDesk tasks;
    private final SampleTurns turns;
    private final SampleDetours detours;
    private final EngineJobs jobs;

    SampleStory(
            ConsultationDesk consultations,
            SampleProposals proposals,
            SampleSupport support,
            SampleKinship kinship,
            SampleCommitments commitments,
            SampleOffice office,
            SampleAccounts accounts,
            SampleClock clock,
            WorkingCalendar calendar,
            TaskDesk tasks,
            SampleTurns turns,
            SampleDetours detours,
            EngineJobs jobs) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.support = support;
        this.kinship = kinship;
        this.commitments = commitments;
        this.office = office;
        this.accounts = accounts;
        this.clock = clock;
        this.calendar = calendar;
        this.tasks = tasks;
        this.turns = turns;
        this.detours = detours;
        this.jobs = jobs;
    }

    void tell(ConsultationEntry entry, LocalDate today) {
        new Telling(entry, today).tell();
    }

    /** The story of one entry. */
    private final class Telling {
        private final ConsultationEntry entry;
        private final LocalDate today;
        private final LocalDate opensOn;
        private final LocalDate closesOn;
        private final Person staff;
        private final Person manager;
        private final List<ProposalEntry> sent;
        private UUID id = new UUID(0, 0);

        Telling(ConsultationEntry entry, LocalDate today) {
            this.entry = entry;
            this.today = today;
            this.opensOn = SampleFiles.day(entry.opensOn(), entry.opensInDays(), today);
            this.closesOn = SampleFiles.day(entry.closesOn(), entry.closesInDays(), today);
            this.staff = accounts.staff(entry.owners().get(0));
            this.manager = accounts.manager(entry.owners().get(0));
            this.sent = SampleFiles.proposals().stream()
                    .filter(proposal -> proposal.consultation().equals(entry.code()))
                    .toList();
        }

        void tell() {
            LocalDate registered = earlier(opensOn.minusDays(16), today.minusDays(6));
            at(registered, 10);
            as(staff, () -> id = consultations.register(registration(), staff));
            if (entry.status() == ConsultationStatus.PREPARING) {
                return;
            }
            at(registered.plusDays(1), 11);
            complete("prepareNotice", staff, notice());
            at(registered.plusDays(2), 9);
            complete("approveNotice", manager, Map.of("noticeApproved", true));
            if (entry.status() == ConsultationStatus.ANNOUNCED) {
                return;
            }
            at(opensOn, 0);
            go("opening");
            channels().forEach(this::publish);
            Map<ProposalEntry, UUID> known = new LinkedHashMap<>();
            sent.forEach(proposal -> known.put(proposal, proposals.send(proposal, today, staff)));
            support.tell(known, today);
            kinship.tell(known, today, staff);
            if (entry.status() == ConsultationStatus.OPEN) {
                turns.extend(id, today, staff);
                detours.clarify(known, today, staff);
                return;
            }
            office.minutes(entry, id, staff);
            close();
            deliver(known);
            proposals.answer(known, today, staff);
            if (entry.status() == ConsultationStatus.CLOSED) {
                detours.askForMoreDays(known, today);
                return;
            }
            report(known);
            office.land(known, requireNonNull(entry.report()).publishedOn(), staff);
            commitments.tell(known, today, staff);
        }

        private void close() {
            at(closesOn.minusDays(7), 9);
            go("reminderDue");
            at(closesOn.plusDays(1), 0);
            go("closing");
        }

        private void deliver(Map<ProposalEntry, UUID> known) {
            var position = requireNonNull(entry.position());
            LocalDate delivered = position.deliveredOn() == null
                    ? calendar.minusWorkingDays(
                            today, requireNonNullElse(position.deliveredWorkingDaysAgo(), DELIVERED_BEFORE))
                    : position.deliveredOn();
            LocalDate approved =
                    earlier(SampleFiles.day(position.approvedOn(), position.approvedInDays(), today), delivered);
            at(approved, 9);
            Map<String, Object> values = new HashMap<>();
            values.put("introduction", position.introduction());
            values.put("ownView", position.ownView());
            int line = 0;
            for (var proposal : known.entrySet()) {
                if (!proposals.goesOn(proposal.getKey())) {
                    continue;
                }
                values.put("lines[" + line + "].proposal", proposal.getValue().toString());
                values.put("lines[" + line + "].included", "true");
                values.put("lines[" + line + "].group", "");
                values.put("lines[" + line + "].order", String.valueOf(line + 1));
                line++;
            }
            complete("compilePosition", staff, values);
            at(approved, 15);
            entry.owners()
                    .forEach(owner ->
                            complete("approvePosition", accounts.manager(owner), Map.of("positionApproved", true)));
            at(delivered, 16);
            go("deliverPosition");
            turns.send(id, delivered, staff);
            go("requestAnswers");
            turns.receive(id, delivered, staff);
        }

        private void report(Map<ProposalEntry, UUID> known) {
            var report = requireNonNull(entry.report());
            at(requireNonNull(entry.answersPublishedOn()), 10);
            complete("publishAnswers", staff, Map.of("read", "true"));
            go("concludeAnswers");
            proposals.rate(known, requireNonNull(entry.answersPublishedOn()));
            go("beforeReport");
            at(report.publishedOn().minusDays(1), 10);
            // In the files the last sentence of a report says what will be done differently.
            int conclusion = report.text().strip().lastIndexOf(". ") + 1;
            complete(
                    "prepareReport",
                    staff,
                    Map.of(
                            "introduction", report.text().substring(0, conclusion),
                            "conclusions", report.text().substring(conclusion).strip()));
            at(report.publishedOn(), 10);
            complete("approveReport", manager, Map.of("reportApproved", true));
        }

        private void publish(ChannelEntry channel) {
            if (!channel.isPublished()) {
                return;
            }
            LocalDate day = SampleFiles.day(channel.publishedOn(), channel.publishedInDays(), today);
            at(day, 10);
            OpenTask task = task("publishInChannel", channel.channel().name());
            as(
                    staff,
                    () -> tasks.complete(
                            task.id(),
                            Map.of("link", requireNonNullElse(channel.link(), "–"), "publishedOn", day.toString()),
                            staff));
        }

        private List<ChannelEntry> channels() {
            return requireNonNullElse(entry.channels(), List.of());
        }

        private Map<String, Object> notice() {
            Map<String, Object> values = new HashMap<>();
            values.put("summary", entry.summary());
            values.put("summaryEn", entry.summaryEn());
            int channel = 0;
            for (var planned : channels()) {
                values.put("channels[" + channel++ + "]", planned.channel().name());
            }
            if (channel == 0) {
                values.put("channels[0]", "WEBSITE");
            }
            int topic = 0;
            for (var invited : entry.topics()) {
                values.put("invitedTopics[" + topic++ + "]", invited.name());
            }
            return values;
        }

        private Registration registration() {
            return new Registration(
                    entry.code(),
                    entry.title(),
                    entry.titleEn(),
                    entry.documentType(),
                    entry.periodFrom(),
                    entry.periodTo(),
                    opensOn,
                    closesOn,
                    entry.hosts(),
                    entry.owners(),
                    entry.topics(),
                    details(),
                    entry.sample(),
                    entry.ownHosted(),
                    null,
                    null);
        }

        private Details details() {
            var decision = entry.decision();
            var contact = entry.contact();
            return new Details(
                    decision == null
                            ? null
                            : new Details.Decision(
                                    decision.council(),
                                    SampleFiles.day(decision.decidedOn(), decision.decidedInDays(), today),
                                    requireNonNullElse(decision.minutes(), ""),
                                    requireNonNullElse(decision.paragraph(), "")),
                    entry.draftVersion() == null
                            ? List.of()
                            : List.of(new Details.DraftVersion(entry.draftVersion(), null, "")),
                    requireNonNullElse(entry.links(), List.<SampleFiles.LinkEntry>of()).stream()
                            .map(link -> new Details.WebLink(link.title(), link.url()))
                            .toList(),
                    requireNonNullElse(entry.viewingPlaces(), List.<SampleFiles.PlaceEntry>of()).stream()
                            .map(place ->
                                    new Details.ViewingPlace(place.name(), requireNonNullElse(place.address(), "")))
                            .toList(),
                    requireNonNullElse(entry.meetings(), List.<SampleFiles.MeetingEntry>of()).stream()
                            .map(meeting -> new Details.Meeting(
                                    LocalDateTime.of(
                                            SampleFiles.day(meeting.heldOn(), meeting.heldInDays(), today),
                                            meeting.time()),
                                    meeting.format(),
                                    meeting.place(),
                                    requireNonNullElse(meeting.url(), "")))
                            .toList(),
                    requireNonNullElse(entry.questions(), List.of()),
                    entry.intake() == null
                            ? null
                            : new Details.Intake(
                                    requireNonNullElse(entry.intake().email(), ""),
                                    requireNonNullElse(entry.intake().post(), "")),
                    contact == null
                            ? null
                            : new Details.Contact(
                                    contact.name(), contact.email(), requireNonNullElse(contact.phone(), "")));
        }

        private void go(String activity) {
            if (!jobs.run(CONSULTATION, id.toString(), activity)) {
                throw new IllegalStateException(entry.code() + " does not wait at " + activity);
            }
        }

        private void complete(String task, Person by, Map<String, ?> values) {
            OpenTask open = tasks.open(CaseKey.of(CONSULTATION, id)).stream()
                    .filter(found -> found.taskKey().equals(task) && by.worksFor(found.partnership()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(entry.code() + " has no task " + task));
            as(by, () -> tasks.complete(open.id(), values, by));
        }

        private OpenTask task(String name, String detail) {
            return tasks.open(CaseKey.of(CONSULTATION, id)).stream()
                    .filter(task -> task.taskKey().equals(name))
                    .filter(task -> detail.equals(task.detail()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(entry.code() + " has no task " + name));
        }
    }

    private void at(LocalDate day, int hour) {
        Instant moment = day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant();
        clock.moveTo(moment);
    }

    private static void as(Person person, Runnable work) {
        Acting.as(Actor.account(person.id()), null, work);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
