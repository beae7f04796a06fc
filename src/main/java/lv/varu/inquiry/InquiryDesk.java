package lv.varu.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.Span;
import lv.varu.inquiry.Inquiry.Asker;
import lv.varu.inquiry.Inquiry.Entry;
import lv.varu.inquiry.Inquiry.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the wish to its answer. */
@Service
@Transactional
public class InquiryDesk {
    /** What the General Data Protection Regulation allows, and once as much again twice over for a hard case. */
    private static final Span TO_ANSWER = Span.months(1);

    private static final Span EXTENDED = Span.months(3);

    private final Inquiries inquiries;
    private final Dossiers dossiers;
    private final InquiryLetters letters;
    private final Links links;
    private final Deadlines deadlines;
    private final InquirySettings settings;
    private final Trail trail;
    private final Clock clock;

    InquiryDesk(
            Inquiries inquiries,
            Dossiers dossiers,
            InquiryLetters letters,
            Links links,
            Deadlines deadlines,
            InquirySettings settings,
            Trail trail,
            Clock clock) {
        this.inquiries = inquiries;
        this.dossiers = dossiers;
        this.letters = letters;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether anything is kept about the address is not told; only its owner can read the letter. */
    public void ask(Wish wish, String typedEmail, @Nullable String name, Locale language) {
        Instant now = clock.instant();
        String email = typedEmail.strip().toLowerCase(Locale.ROOT);
        if (inquiries.askedSince(email, wish, now.minus(settings.quiet()))) {
            return;
        }
        var asker = new Asker(email, name, language);
        var inquiry = inquiries.saveAndFlush(Inquiry.asked(wish, asker, now.plus(settings.confirmFor()), now));
        trail.record(inquiry.key(), "inquiry.asked", Map.of("wish", wish.name()), Map.of("email", email));
        String token = links.issue(
                Link.Purpose.CONFIRM_INQUIRY,
                inquiry.id().toString(),
                inquiry.id().toString(),
                now.plus(settings.confirmFor()));
        letters.confirm(inquiry, token);
    }

    Inquiry look(String token) {
        return get(
                UUID.fromString(links.open(token, Link.Purpose.CONFIRM_INQUIRY).subject()));
    }

    /** A second confirmation changes nothing. */
    Inquiry confirm(String token) {
        var inquiry = look(token);
        if (inquiry.state() == Inquiry.State.UNCONFIRMED) {
            LocalDate today = Riga.today(clock);
            inquiry.confirm(today, deadlines.of(today, TO_ANSWER).date());
            inquiries.saveAndFlush(inquiry);
            trail.record(inquiry.key(), "inquiry.confirmed");
            letters.received(inquiry);
            letters.toOffice(inquiry);
        }
        return inquiry;
    }

    LocalDate dueOf(LocalDate received) {
        return deadlines.of(received, TO_ANSWER).date();
    }

    public UUID register(Wish wish, Way way, Asker asker, String verification, LocalDate received, Person by) {
        demand(by);
        var entry = new Entry(verification, received, dueOf(received));
        var inquiry = inquiries.saveAndFlush(Inquiry.entered(wish, way, asker, entry, clock.instant()));
        trail.record(
                inquiry.key(),
                "inquiry.registered",
                Map.of("wish", wish.name(), "inquiryWay", way.name(), "receivedOn", received.toString()),
                Map.of("email", asker.email(), "verification", verification));
        letters.received(inquiry);
        return inquiry.id();
    }

    @Transactional(readOnly = true)
    Inquiry find(UUID id, Person by) {
        demand(by);
        return get(id);
    }

    /** Reading what is kept about somebody is itself remembered. */
    Dossier open(UUID id, Person by) {
        demand(by);
        var inquiry = get(id);
        var dossier = inquiry.state() == Inquiry.State.UNCONFIRMED
                ? new Dossier(inquiry.email(), Map.of())
                : dossiers.of(inquiry.email());
        trail.record(inquiry.key(), "inquiry.opened", Map.of("records", dossier.count()));
        return dossier;
    }

    Dossier download(UUID id, Person by) {
        demand(by);
        var inquiry = get(id);
        trail.record(inquiry.key(), "inquiry.downloaded");
        return dossiers.of(inquiry.email());
    }

    /** The copy behind the link of the answer, as things are when it is opened. */
    Copy copy(String token) {
        var inquiry =
                get(UUID.fromString(links.open(token, Link.Purpose.INQUIRY_COPY).subject()));
        trail.record(inquiry.key(), "inquiry.copy-taken");
        return new Copy(inquiry, dossiers.of(inquiry.email()));
    }

    /** What the page with the button for the copy shows. */
    Inquiry copyOf(String token) {
        return get(UUID.fromString(links.open(token, Link.Purpose.INQUIRY_COPY).subject()));
    }

    public void sendCopy(UUID id, Person by) {
        demand(by);
        var inquiry = get(id);
        var dossier = dossiers.of(inquiry.email());
        if (dossier.isEmpty()) {
            answerThatNothingIsFound(inquiry, by);
            return;
        }
        Instant end = clock.instant().plus(settings.copyFor());
        answer(inquiry, Outcome.COPY_SENT, null, List.of(), by);
        String token = links.issue(Link.Purpose.INQUIRY_COPY, id.toString(), id.toString(), end);
        letters.copy(inquiry, dossier, token, end);
    }

    /** @param keptKinds what the office must keep, for the reason given */
    void erase(UUID id, Set<String> keptKinds, @Nullable String reason, Person by) {
        demand(by);
        var inquiry = get(id);
        var dossier = dossiers.of(inquiry.email());
        if (dossier.isEmpty()) {
            answerThatNothingIsFound(inquiry, by);
            return;
        }
        var lines = dossier.outlook(keptKinds);
        answer(inquiry, Outcome.ERASED, reason, lines, by);
        dossiers.erase(dossier, keptKinds);
        letters.erased(inquiry, lines);
    }

    void refuse(UUID id, String reason, Person by) {
        demand(by);
        var inquiry = get(id);
        answer(inquiry, Outcome.REFUSED, reason, List.of(), by);
        letters.refused(inquiry);
    }

    void extend(UUID id, String reason, Person by) {
        demand(by);
        var inquiry = get(id);
        var received = inquiry.receivedOn();
        if (received == null) {
            throw new Inquiry.OutOfTurn(id, inquiry.state());
        }
        LocalDate until = deadlines.of(received, EXTENDED).date();
        inquiry.extend(until, reason);
        inquiries.saveAndFlush(inquiry);
        trail.record(inquiry.key(), "inquiry.extended", Map.of("answerBy", until.toString(), "reason", reason));
        letters.extended(inquiry);
    }

    private void answerThatNothingIsFound(Inquiry inquiry, Person by) {
        answer(inquiry, Outcome.NOTHING_FOUND, null, List.of(), by);
        letters.nothing(inquiry);
    }

    private void answer(
            Inquiry inquiry, Outcome outcome, @Nullable String reason, Collection<Inquiry.Line> lines, Person by) {
        inquiry.answer(outcome, reason, List.copyOf(lines), by.id(), clock.instant());
        inquiries.saveAndFlush(inquiry);
        var facts = new TreeMap<String, Object>(Map.of("inquiryOutcome", outcome.name()));
        if (reason != null) {
            facts.put("reason", reason);
        }
        lines.forEach(line -> facts.merge(
                "records." + line.fate(), line.count(), (a, b) -> ((Number) a).longValue() + ((Number) b).longValue()));
        trail.record(inquiry.key(), "inquiry.answered", facts);
    }

    private Inquiry get(UUID id) {
        return inquiries.findById(id).orElseThrow(() -> new InquiryNotFound(id));
    }

    static void demand(Person person) {
        if (person.role() == Role.STAFF) {
            throw new NotAllowed();
        }
    }

    /** A copy and who asked for it. */
    record Copy(Inquiry inquiry, Dossier dossier) {}
}
