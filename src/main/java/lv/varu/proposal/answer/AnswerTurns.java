package lv.varu.proposal.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.directory.Contacts;
import lv.varu.directory.Department;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDeadlines;
import lv.varu.proposal.ProposalFact;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Reply;
import lv.varu.proposal.StoredDeadline;
import lv.varu.proposal.answer.MoreDays.Request;
import lv.varu.proposal.author.AuthorLetters;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns that the wait for an answer can take: more days, another contact, a second question, our own answer. */
@Service
@Transactional
public class AnswerTurns {
    static final int LONGEST_EXTENSION = 90;
    private static final String DECISION = "Partnerības vadītāja lēmums pēc pašvaldības lūguma";

    private final Calls calls;
    private final Proposals proposals;
    private final MoreDays moreDays;
    private final EarlierReplies earlier;
    private final ReplyDrafts drafts;
    private final Followers followers;
    private final AnswerRound round;
    private final ProposalProcess process;
    private final ProposalDeadlines deadlines;
    private final AnswerLetters letters;
    private final AuthorLetters authorLetters;
    private final Contacts contacts;
    private final WorkingCalendar calendar;
    private final Trail trail;
    private final Clock clock;

    AnswerTurns(
            Calls calls,
            Proposals proposals,
            MoreDays moreDays,
            EarlierReplies earlier,
            ReplyDrafts drafts,
            Followers followers,
            AnswerRound round,
            ProposalProcess process,
            ProposalDeadlines deadlines,
            AnswerLetters letters,
            AuthorLetters authorLetters,
            Contacts contacts,
            WorkingCalendar calendar,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.moreDays = moreDays;
        this.earlier = earlier;
        this.drafts = drafts;
        this.followers = followers;
        this.round = round;
        this.process = process;
        this.deadlines = deadlines;
        this.letters = letters;
        this.authorLetters = authorLetters;
        this.contacts = contacts;
        this.calendar = calendar;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is wrong with a new last day; none when it can be asked for or granted. */
    @Transactional(readOnly = true)
    Optional<String> faultOf(Proposal proposal, @Nullable LocalDate until) {
        LocalDate due = Objects.requireNonNull(proposal.dueOn());
        if (until == null) {
            return Optional.of("proposal.fault.until.missing");
        }
        if (!until.isAfter(due) || !until.isAfter(Riga.today(clock))) {
            return Optional.of("proposal.fault.until.early");
        }
        if (until.isAfter(due.plusDays(LONGEST_EXTENSION))) {
            return Optional.of("proposal.fault.until.late");
        }
        return calendar.isWorkingDay(until) ? Optional.empty() : Optional.of("proposal.fault.until.dayOff");
    }

    /**
     * A municipal contact asks for a later day; a manager gets the task to decide.
     *
     * @throws MoreDaysAsked when a request waits for a decision already
     */
    void askForMoreDays(Proposal proposal, LocalDate until, String reason) {
        if (proposal.status() != ProposalStatus.FORWARDED) {
            throw new Proposal.OutOfTurn(proposal.receipt(), proposal.status());
        }
        if (!moreDays.ask(proposal.id(), proposal.contactId(), until, reason, clock.instant())) {
            throw new MoreDaysAsked(proposal.receipt());
        }
        trail.record(proposal.key(), "proposal.moreDaysAsked", Map.of("until", until.toString(), "reason", reason));
        process.moreDaysAsked(proposal.id());
    }

    /** @param until the new last day; none when the day stays */
    void decide(UUID id, @Nullable LocalDate until, @Nullable String comment, Person by) {
        Proposal proposal = proposals.get(id);
        if (!by.manages(proposal.partnership()) && !by.isAdministrator()) {
            throw new NotAllowed();
        }
        moreDays.decide(id, until, comment, by.id(), clock.instant());
    }

    /** The wait begins anew with the day that was granted. */
    public AnswerRound.Course grant(UUID id) {
        Proposal proposal = proposals.get(id);
        Call call = calls.get(proposal.callId());
        Request granted = moreDays.of(id).get(0);
        LocalDate until = Objects.requireNonNull(granted.grantedUntil());
        Instant now = clock.instant();
        List<StoredDeadline> computed = deadlines.answering(
                call.documentType(), Riga.dayOf(Objects.requireNonNull(proposal.forwardedAt())), until, DECISION);
        String before = Objects.toString(proposal.dueOn());
        proposal.postpone(computed, Riga.dayOf(now), now);
        proposals.saveAndFlush(proposal);
        trail.change(proposal.key(), "proposal.postponed", Map.of("dueOn", before), Map.of("dueOn", until.toString()));
        letters.moreDaysGranted(proposal, call, contactOf(proposal), Objects.requireNonNullElse(granted.comment(), ""));
        followers.tell(id, authorLetters::postponed);
        return round.course(computed);
    }

    /** The day stays, whether somebody decided so or nobody did in time. */
    public void refuse(UUID id) {
        Proposal proposal = proposals.get(id);
        moreDays.decide(id, null, null, null, clock.instant());
        Request refused = moreDays.of(id).get(0);
        trail.record(proposal.key(), "proposal.moreDaysRefused");
        letters.moreDaysRefused(
                proposal,
                calls.get(proposal.callId()),
                contactOf(proposal),
                Objects.requireNonNullElse(refused.comment(), ""));
    }

    /** Whom staff may pass the proposal on to: everybody of the municipality but who has it now. */
    @Transactional(readOnly = true)
    public List<MunicipalContact> others(UUID id) {
        Proposal proposal = proposals.get(id);
        return contacts.of(proposal.municipality()).stream()
                .filter(contact -> !contact.id().equals(proposal.contactId()))
                .toList();
    }

    /**
     * Somebody else answers, by the same day.
     *
     * @param remark for the new contact; may be empty
     */
    public void reroute(UUID id, UUID contactId, String remark, Person by) {
        Proposal proposal = proposals.get(id);
        demandOwner(proposal, by);
        MunicipalContact contact = contacts.find(contactId)
                .filter(found -> found.municipality().equals(proposal.municipality()))
                .orElseThrow(() -> new ProposalNotFound(contactId));
        String before = contactOf(proposal).map(MunicipalContact::name).orElse("");
        Department department = contact.department();
        proposal.reroute(
                department == null ? Objects.requireNonNullElse(proposal.department(), "") : department.name(),
                contactId);
        proposals.saveAndFlush(proposal);
        trail.change(proposal.key(), "proposal.rerouted", Map.of("contact", before), Map.of("contact", contact.name()));
        letters.rerouted(proposal, calls.get(proposal.callId()), Optional.of(contact), remark);
    }

    /** The contact asks a colleague of the same municipality to answer, by the same day. */
    void passOn(Proposal proposal, MunicipalContact from, MunicipalContact to, String remark) {
        if (proposal.status() != ProposalStatus.FORWARDED) {
            throw new Proposal.OutOfTurn(proposal.receipt(), proposal.status());
        }
        proposal.reroute(to.department().name(), to.id());
        proposals.saveAndFlush(proposal);
        trail.change(proposal.key(), "proposal.passedOn", Map.of("contact", from.name()), Map.of("contact", to.name()));
        Call call = calls.get(proposal.callId());
        letters.rerouted(proposal, call, Optional.of(to), remark);
        letters.passedOn(proposal, call, from, to);
    }

    /** The answer was read and raises a question; before it is public the municipality answers anew. */
    public void askAgain(UUID id, String question, Person by) {
        Proposal proposal = proposals.get(id);
        demandOwner(proposal, by);
        Instant answeredAt = proposal.answeredAt();
        Reply reply = new Reply(proposal.outcome(), proposal.route(), proposal.rationale());
        if (answeredAt == null || calls.get(proposal.callId()).ownHosted()) {
            throw new Proposal.OutOfTurn(proposal.receipt(), proposal.status());
        }
        proposal.askAgain();
        proposals.saveAndFlush(proposal);
        earlier.keep(id, reply, answeredAt, question, by.id(), clock.instant());
        if (reply.outcome() != Outcome.NO_REPLY) {
            drafts.save(id, reply, clock.instant());
        }
        trail.record(proposal.key(), "proposal.askedAgain", Map.of("question", question));
        process.askedAgain(id);
    }

    /** The dates are counted from today, as for the first question. */
    public AnswerRound.Course requestAgain(UUID id) {
        Proposal proposal = proposals.get(id);
        Call call = calls.get(proposal.callId());
        Instant now = clock.instant();
        LocalDate today = Riga.dayOf(now);
        List<StoredDeadline> computed =
                deadlines.answering(call.documentType(), proposal.municipality(), proposal.topic(), today);
        proposal.postpone(computed, today, now);
        proposals.saveAndFlush(proposal);
        letters.askedAgain(
                proposal, call, contactOf(proposal), earlier.of(id).get(0).question());
        return round.course(computed);
    }

    /** The partnership's own answer, where it decides by itself. */
    void answerOurselves(UUID id, Reply reply, Person by) {
        Proposal proposal = proposals.get(id);
        demandOwner(proposal, by);
        proposal.answer(reply, clock.instant());
        trail.record(
                proposal.key(),
                "proposal.answeredOurselves",
                Map.of("outcome", Objects.requireNonNull(reply.outcome()).name()));
        proposals.saveAndFlush(proposal);
    }

    private Optional<MunicipalContact> contactOf(Proposal proposal) {
        return Optional.ofNullable(proposal.contactId()).flatMap(contacts::find);
    }

    private static void demandOwner(Proposal proposal, Person by) {
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
    }

    /** One request at a time. */
    public static class MoreDaysAsked extends ProposalFact {
        MoreDaysAsked(String receipt) {
            super(receipt);
        }
    }
}
