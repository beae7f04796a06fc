package lv.varu.proposal.support;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters to people who support a proposal or are asked to. */
@Component
class SupportLetters {
    private static final String TEXTS = "proposal.support.letter.";

    private final ProposalLetters letters;
    private final Outbox outbox;
    private final LatvianDates dates;

    SupportLetters(ProposalLetters letters, Outbox outbox, LatvianDates dates) {
        this.letters = letters;
        this.outbox = outbox;
        this.dates = dates;
    }

    void confirm(Supporter supporter, Proposal proposal, Call call, URI link) {
        outbox.post(to(supporter, "confirm", proposal, call)
                .with("until", dates.dateTime(supporter.confirmBy(), supporter.language()))
                .secretAction(link)
                .seal());
    }

    /** Once more, because somebody pressed the button again; not more often than every hour. */
    void confirm(Supporter supporter, Proposal proposal, Call call, URI link, Instant now) {
        outbox.post(to(supporter, "confirm", proposal, call)
                .with("until", dates.dateTime(supporter.confirmBy(), supporter.language()))
                .once("support-confirm:" + supporter.id() + ":" + now.getEpochSecond() / 3600)
                .secretAction(link)
                .seal());
    }

    void welcome(Supporter supporter, Proposal proposal, Call call, URI tracking) {
        outbox.post(to(supporter, "welcome", proposal, call)
                .unsubscribe(Follower.stopOf(tracking))
                .secretAction(tracking)
                .seal());
    }

    /** To somebody who supports it already or wrote it, at most once a day. */
    void already(Proposal proposal, Call call, Follower to, URI tracking, Instant now) {
        outbox.post(letters.begin(TEXTS + "already", proposal, call, to)
                .once("support-already:" + to.about() + ":" + Riga.dayOf(now))
                .secretAction(tracking)
                .seal());
    }

    void invitation(String email, Submitter author, Proposal proposal, Call call, URI link) {
        Locale language = proposal.language();
        @Nullable String closes = call.closesOn() == null ? null : dates.until(call.closesOn(), language);
        outbox.post(letters.begin(TEXTS + "invitation", proposal.key(), call, email, "", language)
                .with("title", proposal.title())
                .with("author", Objects.requireNonNullElse(author.name(), email))
                .with("closes", closes == null ? "" : closes)
                .secretAction(link)
                .seal());
    }

    private Letter.Draft to(Supporter supporter, String name, Proposal proposal, Call call) {
        return letters.begin(
                        TEXTS + name,
                        supporter.key(),
                        call,
                        Objects.requireNonNull(supporter.email()),
                        Objects.requireNonNullElse(supporter.name(), ""),
                        supporter.language())
                .with("title", proposal.withoutHidden(proposal.title()));
    }
}
