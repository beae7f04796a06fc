package lv.varu.proposal.author;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.author.Clarifications.Clarification;
import lv.varu.proposal.support.Follower;
import org.springframework.stereotype.Component;

/** Letters to the author about turns that their proposal takes; the texts are the messages {@code proposal.letter.*}. */
@Component
public class AuthorLetters {
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

    Letter withdrawn(Proposal proposal, Call call, Follower to, URI tracking) {
        return letters.toFollower("withdrawn", proposal, call, to)
                .secretAction(tracking)
                .seal();
    }

    /** @return false when it was written within this hour */
    public boolean freshLink(Proposal proposal, Call call, Submitter to, Instant hour) {
        return outbox.post(letters.toAuthor("freshLink", proposal, call, to)
                .once("proposal.freshLink:" + proposal.id() + ":" + hour)
                .secretAction(links.follow(proposal.id()))
                .seal());
    }

    /** The municipality needs more time. */
    public Letter postponed(Proposal proposal, Call call, Follower to, URI tracking) {
        var due = Objects.requireNonNull(proposal.dueOn());
        return letters.toFollower("postponed", proposal, call, to)
                .with("municipality", letters.municipalityOf(proposal, to.language()))
                .with("due", dates.until(due, to.language()))
                .secretAction(tracking)
                .seal();
    }

    private void post(Letter.Draft letter, Proposal proposal) {
        outbox.post(letter.secretAction(links.follow(proposal.id())).seal());
    }
}
