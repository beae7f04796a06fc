package lv.varu.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.calendar.DeadlineWording;
import lv.varu.calendar.LatvianDates;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.Documents;
import lv.varu.proposal.Intake.Consent;
import lv.varu.proposal.ProposalSheet.Event;
import lv.varu.proposal.ProposalSheet.ExplainedDeadline;
import lv.varu.proposal.ProposalSheet.Step;
import lv.varu.proposal.ProposalSheet.Turns;
import lv.varu.proposal.answer.EarlierReplies;
import lv.varu.proposal.answer.MoreDays;
import lv.varu.proposal.author.Clarifications;
import lv.varu.proposal.entry.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what staff see of a proposal. */
@Component
@Transactional(readOnly = true)
public class ProposalSheets {
    private static final int ALIKE = 8;
    private static final Set<StoredDeadline.Kind> OURSELVES = EnumSet.of(
            StoredDeadline.Kind.SCREENING,
            StoredDeadline.Kind.CLARIFICATION_REMINDER,
            StoredDeadline.Kind.CLARIFICATION,
            StoredDeadline.Kind.ANSWER);

    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final Contacts contacts;
    private final People people;
    private final Places places;
    private final Documents documents;
    private final Clarifications clarifications;
    private final MoreDays moreDays;
    private final EarlierReplies earlierReplies;
    private final LatvianDates dates;
    private final DeadlineWording wording;
    private final MessageSource messages;

    ProposalSheets(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            Contacts contacts,
            People people,
            Places places,
            Documents documents,
            Clarifications clarifications,
            MoreDays moreDays,
            EarlierReplies earlierReplies,
            LatvianDates dates,
            DeadlineWording wording,
            MessageSource messages) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.contacts = contacts;
        this.people = people;
        this.places = places;
        this.documents = documents;
        this.clarifications = clarifications;
        this.moreDays = moreDays;
        this.earlierReplies = earlierReplies;
        this.dates = dates;
        this.wording = wording;
        this.messages = messages;
    }

    public ProposalSheet of(UUID id) {
        Proposal proposal = proposals.get(id);
        Call call = calls.get(proposal.callId());
        UUID whole = Objects.requireNonNullElse(proposal.splitFrom(), id);
        Submitter submitter = intake.submitter(whole).orElse(Submitter.ANONYMOUS);
        boolean forwarding = intake.agreed(whole, Consent.FORWARDING);
        Optional<MunicipalContact> contact =
                Optional.ofNullable(proposal.contactId()).flatMap(contacts::find);
        return new ProposalSheet(
                rows.find(id).orElseThrow(() -> new ProposalNotFound(id)),
                call,
                nameOf(proposal.municipality()),
                nameOf(proposal.place()),
                proposal.channel(),
                proposal.ownContribution(),
                proposal.supportAsked(),
                submitter,
                forwarding,
                missing(submitter, forwarding),
                documents.of(proposal.key()),
                rows.alike(proposal, ALIKE),
                contact.orElse(null),
                contact.map(known -> rows.waiting(known.id(), proposal.callId()))
                        .orElse(List.of()),
                proposal.asideReason(),
                reminders(proposal),
                proposal.telephoneNote(),
                proposal.withdrawalReason(),
                new Turns(
                        clarifications.of(id),
                        clarifications.versions(id),
                        moreDays.of(id),
                        earlierReplies.of(id),
                        proposal.improvesId()),
                path(proposal),
                deadlines(proposal, call),
                entered(proposal));
    }

    private @Nullable Entered entered(Proposal proposal) {
        LocalDate receivedOn = proposal.receivedOn();
        UUID by = proposal.enteredBy();
        return receivedOn == null || by == null
                ? null
                : new Entered(
                        receivedOn,
                        proposal.writtenOn(),
                        proposal.postmarkedOn(),
                        people.find(by).map(Person::name).orElse(null));
    }

    private @Nullable String nameOf(@Nullable String place) {
        return places.lookUp(place).map((Place found) -> found.name(language())).orElse(null);
    }

    /** A municipality may refuse a proposal whose author it cannot name or reach. */
    private static List<String> missing(Submitter submitter, boolean forwarding) {
        List<String> missing = new ArrayList<>();
        if (submitter.name() == null && submitter.organisation() == null) {
            missing.add("proposal.missing.name");
        }
        if (submitter.address() == null) {
            missing.add("proposal.missing.address");
        }
        if (!forwarding) {
            missing.add("proposal.missing.forwarding");
        }
        return missing;
    }

    private List<Event> reminders(Proposal proposal) {
        List<Event> done = new ArrayList<>();
        add(done, "forwarded", proposal.forwardedAt());
        add(done, "reminded", proposal.remindedAt());
        add(done, "remindedOnDueDay", proposal.remindedOnDueDayAt());
        add(done, "escalated", proposal.escalatedAt());
        add(done, "telephoned", proposal.telephonedAt());
        return done;
    }

    private void add(List<Event> events, String action, @Nullable Instant at) {
        if (at != null) {
            events.add(new Event(text("audit.action.proposal." + action), dates.date(at)));
        }
    }

    private List<Step> path(Proposal proposal) {
        List<Step> path = new ArrayList<>();
        boolean expired = proposal.status() == ProposalStatus.EXPIRED;
        boolean declined = proposal.status() == ProposalStatus.DECLINED;
        path.add(step("submitted", proposal.submittedAt(), path, null));
        if (proposal.confirmBy() != null) {
            path.add(step(expired ? "expired" : "confirmed", proposal.confirmedAt(), path, null));
        }
        if (expired && proposal.withdrawal() == Withdrawal.ENTRY) {
            path.add(new Step(text("proposal.step.entryUndone"), "DONE", null, null));
        }
        if (expired) {
            return path;
        }
        path.add(step("registered", proposal.registeredAt(), path, null));
        if (proposal.status() == ProposalStatus.CLARIFYING) {
            path.add(step("clarifying", null, path, null));
        }
        boolean aside = proposal.asideSince() != null;
        if (!aside || proposal.screenedAt() != null) {
            path.add(step(declined ? "declined" : "screened", proposal.screenedAt(), path, proposal.declineReason()));
        }
        if (aside) {
            boolean merged = proposal.mergedInto() != null;
            path.add(step(merged ? "merged" : "split", proposal.asideSince(), path, null));
            if (!merged) {
                path.add(step("parts", proposal.publishedAt(), path, null));
            }
        } else if (!declined) {
            if (proposal.isLeftOut()) {
                path.add(new Step(text("proposal.step.leftOut"), "DONE", null, proposal.leftOutReason()));
            } else {
                boolean ourselves = calls.get(proposal.callId()).ownHosted();
                path.add(step(ourselves ? "ourselves" : "forwarded", proposal.forwardedAt(), path, null));
                path.add(step(ourselves ? "ourAnswer" : "answered", proposal.answeredAt(), path, late(proposal)));
            }
            path.add(step("published", proposal.publishedAt(), path, null));
        }
        Withdrawal withdrawal = proposal.withdrawal();
        if (withdrawal != null) {
            // What lay ahead will not come any more.
            path.removeIf(step -> !step.state().equals("DONE"));
            String name = withdrawal == Withdrawal.AUTHOR ? "withdrawn" : "closedWithCall";
            path.add(step(name, proposal.withdrawnAt(), path, proposal.withdrawalReason()));
        }
        return path;
    }

    private @Nullable String late(Proposal proposal) {
        return proposal.lateSince() == null ? null : text("proposal.step.late", dates.date(proposal.lateSince()));
    }

    private Step step(String name, @Nullable Instant at, List<Step> before, @Nullable String note) {
        boolean first = before.stream().allMatch(step -> step.state().equals("DONE"));
        String state = at != null ? "DONE" : first ? "NOW" : "NEXT";
        return new Step(text("proposal.step." + name), state, at == null ? null : dates.date(at), note);
    }

    /** Nobody reminds the partnership of its own answer. */
    private List<ExplainedDeadline> deadlines(Proposal proposal, Call call) {
        return proposal.deadlines().stream()
                .filter(deadline -> !call.ownHosted() || OURSELVES.contains(deadline.kind()))
                .map(this::explained)
                .toList();
    }

    private ExplainedDeadline explained(StoredDeadline deadline) {
        String explanation = deadline.before()
                ? text(
                        "proposal.deadline.before",
                        wording.span(deadline.span(), language()),
                        dates.date(deadline.from()))
                : wording.explain(deadline.deadline(), language());
        return new ExplainedDeadline(deadline.kind(), deadline.date(), explanation, deadline.source());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
