package lv.varu.proposal.entry;

import java.util.Locale;
import java.util.Objects;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.Submitter;
import org.springframework.stereotype.Component;

/** Letters about what staff entered. */
@Component
class IntakeLetters {
    private final Outbox outbox;
    private final Partnerships partnerships;

    IntakeLetters(Outbox outbox, Partnerships partnerships) {
        this.outbox = outbox;
        this.partnerships = partnerships;
    }

    /** Whoever has a receipt must know that it is worth nothing. */
    void entryUndone(Proposal proposal, Call call, Submitter to) {
        Locale language = proposal.language();
        Partnership partnership = partnerships.find(call.lead());
        String contact = Objects.requireNonNullElse(call.contactEmail(), partnership.email());
        outbox.post(Letter.about(
                        proposal.key(),
                        "proposal.letter.entryUndone",
                        Objects.requireNonNull(to.email()),
                        Objects.requireNonNullElse(to.name(), ""))
                .in(language)
                .of(call.lead())
                .with("consultation", call.title(language))
                .with("partnership", partnership.name(language))
                .with("title", proposal.title())
                .with("number", Objects.requireNonNull(proposal.number()))
                .with("contact", contact)
                .from(partnership.name(language), contact)
                .seal());
    }
}
