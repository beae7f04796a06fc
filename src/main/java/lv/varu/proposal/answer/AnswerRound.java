package lv.varu.proposal.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDeadlines;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.StoredDeadline;
import lv.varu.proposal.StoredDeadline.Kind;
import lv.varu.proposal.answer.Waiting.Mark;
import lv.varu.task.TaskCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the municipality for its answer, reminds, escalates, and in the end records the silence. A contact gets one
 * letter for all proposals of a consultation that fall due together, whichever proposal's timer fires first.
 */
@Component
@Transactional
public class AnswerRound {
    private final Calls calls;
    private final Proposals proposals;
    private final Waiting waiting;
    private final ProposalDeadlines deadlines;
    private final ProposalLetters letters;
    private final AnswerLetters answerLetters;
    private final Contacts contacts;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    AnswerRound(
            Calls calls,
            Proposals proposals,
            Waiting waiting,
            ProposalDeadlines deadlines,
            ProposalLetters letters,
            AnswerLetters answerLetters,
            Contacts contacts,
            People people,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.letters = letters;
        this.answerLetters = answerLetters;
        this.contacts = contacts;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    public void leaveOut(UUID id, String reason) {
        Proposal proposal = proposals.get(id);
        proposal.leaveOut(reason);
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.leftOut", Map.of("reason", reason));
    }

    /** The partnership decides by itself, so nobody in a municipality is asked. */
    private Course routeToOurselves(Proposal proposal, Call call) {
        List<StoredDeadline> computed =
                deadlines.answering(call.documentType(), proposal.municipality(), proposal.topic(), Riga.today(clock));
        proposal.answerByPartnership(computed, clock.instant());
        proposals.saveAndFlush(proposal);
        trail.record(
                proposal.key(),
                "proposal.answeredByOurselves",
                Map.of("dueOn", Objects.requireNonNull(proposal.dueOn()).toString()));
        return course(computed);
    }

    /** Nobody to answer is no error: a whole delivery would fail with it. The partnership then asks by itself. */
    public Course route(UUID id) {
        Proposal proposal = proposals.get(id);
        Call call = callOf(proposal);
        if (call.ownHosted()) {
            return routeToOurselves(proposal, call);
        }
        String department = deadlines.department(proposal.municipality(), proposal.topic());
        Optional<MunicipalContact> contact = contacts.answering(proposal.municipality(), proposal.topic(), department);
        List<StoredDeadline> computed =
                deadlines.answering(call.documentType(), proposal.municipality(), proposal.topic(), Riga.today(clock));
        proposal.route(department, contact.map(MunicipalContact::id).orElse(null), computed);
        Map<String, Object> facts = new HashMap<>();
        facts.put("department", department);
        facts.put("dueOn", Objects.requireNonNull(proposal.dueOn()).toString());
        contact.ifPresentOrElse(
                known -> facts.put("contact", known.id().toString()), () -> facts.put("noContact", true));
        trail.record(proposal.key(), "proposal.routed", facts);
        return course(computed);
    }

    /** What the timers of the model wait for. */
    Course course(List<StoredDeadline> computed) {
        return new Course(computed);
    }

    public void request(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.forward(clock.instant());
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.forwarded");
        Call call = callOf(proposal);
        if (proposal.isOnItsOwnWay()) {
            // Nothing delivers it together with others, so nothing else writes.
            answerLetters.requested(
                    proposal, call, Optional.ofNullable(proposal.contactId()).flatMap(contacts::find));
        }
    }

    /** One letter for everything of the consultation that a contact is asked at once. */
    public void writeToContacts(UUID callId) {
        Call call = calls.find(callId).orElseThrow(() -> new CallNotFound(callId.toString()));
        waiting.answerersOf(callId).forEach(due -> letters.answerRequest(call, contactOf(due), due));
    }

    public void remind(UUID id) {
        Proposal proposal = proposals.get(id);
        claim(proposal, Mark.REMINDED).ifPresent(due -> letters.answerReminder(callOf(proposal), contactOf(due), due));
        trail.record(proposal.key(), "proposal.reminded");
    }

    public void remindOnDueDay(UUID id) {
        Proposal proposal = proposals.get(id);
        claim(proposal, Mark.REMINDED_ON_DUE_DAY)
                .ifPresent(due -> letters.answerDueToday(callOf(proposal), contactOf(due), due));
        trail.record(proposal.key(), "proposal.remindedOnDueDay");
    }

    public void escalate(UUID id) {
        Proposal proposal = proposals.get(id);
        claim(proposal, Mark.ESCALATED).ifPresent(due -> escalate(proposal, due));
        trail.record(proposal.key(), "proposal.escalated");
    }

    private void escalate(Proposal proposal, Waiting.Due due) {
        Call call = callOf(proposal);
        Optional<MunicipalContact> contact = contactOf(due);
        Optional<MunicipalContact> manager =
                contact.flatMap(known -> Optional.ofNullable(known.manager())).flatMap(contacts::find);
        if (manager.isPresent()) {
            letters.escalation(
                    call,
                    contact,
                    due,
                    manager.get().email(),
                    manager.get().name(),
                    manager.get().language());
        } else {
            people.of(proposal.partnership(), Role.MANAGER)
                    .forEach(to -> letters.escalation(call, contact, due, to.email(), to.name(), to.language()));
        }
    }

    @EventListener
    void on(TaskCompleted done) {
        if (done.is(ProposalProcess.KEY, ProposalProcess.UserTask.telephone.name())) {
            Proposal proposal = proposals.get(UUID.fromString(done.caseKey().id()));
            proposal.telephoned(done.text("note"), clock.instant());
            proposals.saveAndFlush(proposal);
            trail.record(proposal.key(), "proposal.telephoned", Map.of(), Map.of("note", done.text("note")));
        }
    }

    public void markLate(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.markLate(Riga.today(clock));
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.late");
    }

    public void recordNoReply(UUID id) {
        Proposal proposal = proposals.get(id);
        proposal.recordNoReply(clock.instant());
        trail.record(proposal.key(), "proposal.noReply");
        proposals.saveAndFlush(proposal);
    }

    private Optional<Waiting.Due> claim(Proposal proposal, Mark mark) {
        return waiting.claim(proposal, mark, clock.instant());
    }

    private Optional<MunicipalContact> contactOf(Waiting.Due due) {
        return Optional.ofNullable(due.contactId()).flatMap(contacts::find);
    }

    private Call callOf(Proposal proposal) {
        return calls.find(proposal.callId())
                .orElseThrow(() -> new CallNotFound(proposal.callId().toString()));
    }

    /** The dates by which the model waits, as its timers want them. */
    public final class Course {
        private final List<StoredDeadline> computed;

        private Course(List<StoredDeadline> computed) {
            this.computed = computed;
        }

        public Instant remindAt() {
            return timer(Kind.REMINDER);
        }

        public Instant dueAt() {
            return timer(Kind.ANSWER);
        }

        public Instant escalateAt() {
            return timer(Kind.ESCALATION);
        }

        public Instant telephoneAt() {
            return timer(Kind.TELEPHONE);
        }

        public Instant lateAt() {
            return timer(Kind.LATE);
        }

        /** The last day lasts until midnight; only then silence is an outcome. */
        public Instant finalAt() {
            return computed.stream()
                    .filter(deadline -> deadline.kind() == Kind.FINAL)
                    .map(deadline -> Riga.endOf(deadline.date()))
                    .findFirst()
                    .orElseThrow();
        }

        private Instant timer(Kind kind) {
            return computed.stream()
                    .filter(deadline -> deadline.kind() == kind)
                    .map(deadline -> deadlines.timer(deadline.date()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
