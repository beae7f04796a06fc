package lv.varu.proposal;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.StoredDeadline.Kind;
import lv.varu.proposal.answer.AnswerFiles;
import lv.varu.proposal.answer.Waiting;
import lv.varu.proposal.answer.Waiting.Due;
import lv.varu.proposal.support.Follower;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every letter about a proposal; the texts are the messages {@code proposal.letter.*}. */
@Component
public class ProposalLetters {
    private static final String TEXTS = "proposal.letter.";
    private static final String SUPPORT_TEXTS = "proposal.support.letter.";
    public static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final Outbox outbox;
    private final Waiting waiting;
    private final AnswerFiles answerFiles;
    private final ProposalDeadlines deadlines;
    private final Partnerships partnerships;
    private final Places places;
    private final Links links;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final MessageSource messages;

    ProposalLetters(
            Outbox outbox,
            Waiting waiting,
            AnswerFiles answerFiles,
            ProposalDeadlines deadlines,
            Partnerships partnerships,
            Places places,
            Links links,
            PublicAddress address,
            LatvianDates dates,
            MessageSource messages) {
        this.outbox = outbox;
        this.waiting = waiting;
        this.answerFiles = answerFiles;
        this.deadlines = deadlines;
        this.partnerships = partnerships;
        this.places = places;
        this.links = links;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
    }

    /** A letter to everybody who follows a proposal, with their link. */
    public interface ToFollower {
        Letter write(Proposal proposal, Call call, Follower to, URI tracking);
    }

    void confirmAll(List<Confirmation> asked, Call call) {
        outbox.postAll(asked.stream().map(one -> confirm(one, call)).toList());
    }

    private Letter confirm(Confirmation asked, Call call) {
        Proposal proposal = asked.proposal;
        Instant until = Objects.requireNonNull(proposal.confirmBy());
        return toAuthor("confirm", proposal, call, asked.author)
                .with("until", dates.dateTime(until, proposal.language()))
                .secretAction(asked.link)
                .seal();
    }

    /** What asks the author to open the link. */
    record Confirmation(Proposal proposal, Submitter author, URI link) {}

    void receipt(Proposal proposal, Call call, Submitter to, URI tracking) {
        Locale language = proposal.language();
        LocalDate closes = call.closesOn();
        Letter.Draft letter = closes == null
                ? toAuthor("receiptStanding", proposal, call, to)
                : toAuthor(call.ownHosted() ? "receiptOurselves" : "receipt", proposal, call, to)
                        .with("closes", dates.date(closes, language));
        outbox.post(letter.with("number", Objects.requireNonNull(proposal.number()))
                .with(
                        "screenBy",
                        dates.date(
                                proposal.deadline(Kind.SCREENING).orElseThrow().date(), language))
                .secretAction(tracking)
                .seal());
    }

    Letter declined(Proposal proposal, Call call, Follower to, URI tracking) {
        Locale language = to.language();
        LocalDate until = deadlines.resubmission(call, Riga.dayOf(Objects.requireNonNull(proposal.screenedAt())));
        return toFollower("declined", proposal, call, to)
                .with("reason", Objects.requireNonNull(proposal.declineReason()))
                .with("contact", contactOf(call, language))
                .with("until", until == null ? text(TEXTS + "declined.always", language) : dates.until(until, language))
                .secretAction(to.role() == Follower.Role.AUTHOR ? improving(call, tracking) : tracking)
                .seal();
    }

    /** The form with everything in it that the author wrote. */
    private URI improving(Call call, URI tracking) {
        String path = tracking.getPath();
        String token = path.substring(path.lastIndexOf('/') + 1);
        return URI.create(address.of("/apspriesanas/" + call.code() + "/priekslikums?labojums=" + token));
    }

    /** What became of it: an answer, silence, or why it was not part of the position. */
    public Letter publication(Proposal proposal, Call call, Follower to, URI tracking) {
        Locale language = to.language();
        Outcome outcome = proposal.outcome();
        String municipality = municipalityOf(proposal, language);
        Letter.Draft letter;
        if (outcome == null) {
            letter = toFollower("leftOut", proposal, call, to)
                    .with("reason", Objects.requireNonNullElse(proposal.leftOutReason(), ""));
        } else if (outcome == Outcome.NO_REPLY) {
            letter = toFollower("noReply", proposal, call, to)
                    .with("due", dates.date(Objects.requireNonNull(proposal.dueOn()), language));
        } else {
            letter = answered(proposal, call, to, outcome);
        }
        return letter.with("municipality", municipality).secretAction(tracking).seal();
    }

    private Letter.Draft answered(Proposal proposal, Call call, Follower to, Outcome outcome) {
        Locale language = to.language();
        String rationale = to.reads(proposal, Objects.requireNonNullElse(proposal.rationale(), ""));
        OutcomeRoute route = proposal.route();
        List<Letter.Named> files = filesOf(proposal, call);
        String ourselves = proposal.isOwnAnswer() ? "Ourselves" : "";
        return toFollower((rationale.isBlank() ? "publishedAccepted" : "published") + ourselves, proposal, call, to)
                .with("outcome", text("proposal.outcome." + outcome, language))
                .with("rationale", rationale)
                .with("fileCount", files.size())
                .with("files", files)
                .with("next", text(TEXTS + "next" + ourselves + "." + (route == null ? outcome : route), language));
    }

    /** Links that open for anyone once the answer is published. */
    private List<Letter.Named> filesOf(Proposal proposal, Call call) {
        String path = "/apspriesanas/" + call.code() + "/priekslikumi/" + proposal.receipt() + "/faili/";
        return answerFiles.of(proposal.id()).stream()
                .map(file -> new Letter.Named(file.fileName(), URI.create(address.of(path + file.id()))))
                .toList();
    }

    /** One answer to the whole that was split: what became of each part. */
    Letter combined(Proposal proposal, Call call, List<ProposalView> parts, Follower to, URI tracking) {
        return toFollower("combined", proposal, call, to)
                .with("parts", parts.stream().map(part -> partOf(part, to)).toList())
                .secretAction(tracking)
                .seal();
    }

    private String partOf(ProposalView part, Follower to) {
        Locale language = to.language();
        Outcome outcome = part.outcome();
        String said =
                Objects.requireNonNullElse(part.leftOutReason() == null ? part.rationale() : part.leftOutReason(), "");
        String became = outcome == null
                ? text("proposal.split.letter." + (part.leftOutReason() == null ? "withdrawn" : "leftOut"), language)
                : text("proposal.outcome." + outcome, language);
        Object[] values = {part.title(), places.find(part.municipality()).name(language), became, said};
        return messages.getMessage(
                said.isBlank() ? "proposal.split.letter.part" : "proposal.split.letter.part.said", values, language);
    }

    public void answerRequest(Call call, Optional<MunicipalContact> contact, Due due) {
        toContact("answerRequest", call, contact, due);
    }

    public void answerReminder(Call call, Optional<MunicipalContact> contact, Due due) {
        toContact("answerReminder", call, contact, due);
    }

    public void answerDueToday(Call call, Optional<MunicipalContact> contact, Due due) {
        toContact("answerDueToday", call, contact, due);
    }

    private void toContact(String name, Call call, Optional<MunicipalContact> contact, Due due) {
        Locale language = contact.map(MunicipalContact::language).orElse(LATVIAN);
        String token = links.issue(
                Link.Purpose.ANSWER_PROPOSALS, due.callId().toString(), due.holder(call), Riga.endOf(due.finalOn()));
        outbox.post(toContact(name, CaseKey.of("consultation", call.id()), call, contact)
                .with("count", due.count())
                .with("titles", waiting.titles(due))
                .with("due", dates.until(due.on(), language))
                .with("final", dates.date(due.finalOn(), language))
                .once(due.onceKey(name))
                .secretAction(URI.create(address.of("/atbilde/" + token)))
                .seal());
    }

    /** Nobody to ask in the municipality means asking the partnership, which knows whom to call. */
    public Letter.Draft toContact(String name, CaseKey about, Call call, Optional<MunicipalContact> contact) {
        Partnership partnership = partnerships.find(call.lead());
        Locale language = contact.map(MunicipalContact::language).orElse(LATVIAN);
        String email = contact.map(MunicipalContact::email)
                .orElse(Objects.requireNonNullElse(call.contactEmail(), partnership.email()));
        String addressee = contact.map(MunicipalContact::name)
                .orElse(Objects.requireNonNullElse(call.contactName(), partnership.name(language)));
        return draft(name, about, call, email, addressee, language);
    }

    public String municipalityOf(Proposal proposal, Locale language) {
        return places.find(proposal.municipality()).name(language);
    }

    public void escalation(
            Call call, Optional<MunicipalContact> contact, Due due, String email, String name, Locale language) {
        String whose = contact.map(MunicipalContact::name)
                .orElseGet(() -> text("proposal.letter.escalation.nobody", language));
        outbox.post(draft("escalation", CaseKey.of("consultation", call.id()), call, email, name, language)
                .with("count", due.count())
                .with("titles", waiting.titles(due))
                .with("due", dates.date(due.on(), language))
                .with("final", dates.date(due.finalOn(), language))
                .with("contact", whose)
                .once(due.onceKey("escalation") + ":" + email)
                .action(URI.create(address.of("/apspriesanas/" + call.code())))
                .seal());
    }

    /** Tells the contact that the answers have arrived, and how many still wait. */
    public void answersReceived(Call call, Optional<MunicipalContact> contact, int sent, int left) {
        contact.ifPresent(to -> outbox.post(draft(
                        "answersReceived",
                        CaseKey.of("consultation", call.id()),
                        call,
                        to.email(),
                        to.name(),
                        to.language())
                .with("count", sent)
                .with("left", left)
                .seal()));
    }

    public Letter.Draft toAuthor(String name, Proposal proposal, Call call, Submitter to) {
        String email = Objects.requireNonNull(to.email());
        String author = Objects.requireNonNullElse(to.name(), "");
        return draft(name, proposal.key(), call, email, author, proposal.language())
                .with("title", proposal.title())
                .with("receipt", proposal.receipt());
    }

    /** Who did not write the proposal gets texts that do not call it theirs. */
    public Letter.Draft toFollower(String name, Proposal proposal, Call call, Follower to) {
        String texts = to.role() == Follower.Role.AUTHOR ? TEXTS : SUPPORT_TEXTS;
        return begin(texts + name, proposal, call, to);
    }

    /** What every letter to those who follow a proposal says. */
    public Letter.Draft begin(String template, Proposal proposal, Call call, Follower to) {
        Letter.Draft letter = begin(template, to.about(), call, to.email(), to.name(), to.language());
        URI stop = to.stop();
        return (stop == null ? letter : letter.unsubscribe(stop))
                .with("title", to.reads(proposal, proposal.title()))
                .with("receipt", proposal.receipt())
                .with("role", to.role())
                .with("own", to.title());
    }

    private Letter.Draft draft(String name, CaseKey about, Call call, String email, String addressee, Locale language) {
        return begin(TEXTS + name, about, call, email, addressee, language);
    }

    /** What every letter about a consultation's proposals says, and from whom it comes. */
    public Letter.Draft begin(
            String template, CaseKey about, Call call, String email, String addressee, Locale language) {
        Partnership partnership = partnerships.find(call.lead());
        return Letter.about(about, template, email, addressee)
                .in(language)
                .of(call.lead())
                .with("consultation", call.title(language))
                .with("partnership", partnership.name(language))
                .from(partnership.name(language), Objects.requireNonNullElse(call.contactEmail(), partnership.email()));
    }

    /** Whom to write to with questions. */
    String contactOf(Call call, Locale language) {
        Partnership partnership = partnerships.find(call.lead());
        return Objects.requireNonNullElse(call.contactName(), partnership.name(language))
                + ", "
                + Objects.requireNonNullElse(call.contactEmail(), partnership.email());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
