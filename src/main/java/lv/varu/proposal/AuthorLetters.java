package lv.varu.proposal;

import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Clarifications.Clarification;
import org.springframework.stereotype.Component;

/** Letters to the author about turns that their proposal takes; the texts are the messages {@code proposal.letter.*}. */
@Component
class AuthorLetters {
    private final ProposalLetters letters;
    private final Outbox outbox;
    private final AuthorLinks links;
    private final LatvianDates dates;

    AuthorLetters(ProposalLetters letters, Outbox outbox, AuthorLinks links, LatvianDates dates) {
        this.letters = letters;
        this.outbox = outbox;
        this.links = links;
        this.dates = dates;
    }

    /** A letter about what staff have asked. */
    interface AboutQuestion {
        void write(Proposal proposal, Call call, Submitter to, Clarification asked);
    }

    void clarify(Proposal proposal, Call call, Submitter to, Clarification asked) {
        ask("clarify", proposal, call, to, asked);
    }

    void clarifyReminder(Proposal proposal, Call call, Submitter to, Clarification asked) {
        ask("clarifyReminder", proposal, call, to, asked);
    }

    private void ask(String name, Proposal proposal, Call call, Submitter to, Clarification asked) {
        var until = Objects.requireNonNull(asked.answerUntil());
        outbox.post(letters.toAuthor(name, proposal, call, to)
                .with("question", asked.question())
                .with("until", dates.until(until, proposal.language()))
                .once("proposal." + name + ":" + proposal.id() + ":" + asked.askedAt())
                .secretAction(links.clarify(proposal.id()))
                .seal());
    }

    void clarified(Proposal proposal, Call call, Submitter to, Clarification asked) {
        post(letters.toAuthor("clarified", proposal, call, to), proposal);
    }

    void wentOn(Proposal proposal, Call call, Submitter to, Clarification asked) {
        post(letters.toAuthor("wentOn", proposal, call, to).with("question", asked.question()), proposal);
    }

    void withdrawn(Proposal proposal, Call call, Submitter to) {
        post(letters.toAuthor("withdrawn", proposal, call, to), proposal);
    }

    void closedWithCall(Proposal proposal, Call call, Submitter to) {
        post(
                letters.toAuthor("closedWithCall", proposal, call, to)
                        .with("contact", letters.contactOf(call, proposal.language())),
                proposal);
    }

    /** The municipality needs more time. */
    void postponed(Proposal proposal, Call call, Submitter to) {
        var due = Objects.requireNonNull(proposal.dueOn());
        post(
                letters.toAuthor("postponed", proposal, call, to)
                        .with("municipality", letters.municipalityOf(proposal, proposal.language()))
                        .with("due", dates.until(due, proposal.language())),
                proposal);
    }

    /** Every part of it has its answer. */
    void combined(Proposal proposal, Call call, Submitter to) {
        post(letters.toAuthor("combined", proposal, call, to), proposal);
    }

    private void post(Letter.Draft letter, Proposal proposal) {
        outbox.post(letter.secretAction(links.follow(proposal.id())).seal());
    }
}
