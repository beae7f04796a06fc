package lv.varu.proposal.answer;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import org.springframework.stereotype.Component;

/**
 * Letters to the municipality about one proposal that takes a turn; the texts are the messages
 * {@code proposal.letter.*}.
 */
@Component
public class AnswerLetters {
    private final ProposalLetters letters;
    private final Outbox outbox;
    private final Links links;
    private final PublicAddress address;
    private final LatvianDates dates;

    AnswerLetters(ProposalLetters letters, Outbox outbox, Links links, PublicAddress address, LatvianDates dates) {
        this.letters = letters;
        this.outbox = outbox;
        this.links = links;
        this.address = address;
        this.dates = dates;
    }

    /** The answer was read and raises a question. */
    void askedAgain(Proposal proposal, Call call, Optional<MunicipalContact> contact, String question) {
        toAnswerer("askedAgain", proposal, call, contact, question);
    }

    /** The proposal came from a colleague. */
    void rerouted(Proposal proposal, Call call, Optional<MunicipalContact> contact, String remark) {
        toAnswerer(quoting("rerouted", remark), proposal, call, contact, remark);
    }

    /** Tells the partnership who answers from now on. */
    void passedOn(Proposal proposal, Call call, MunicipalContact from, MunicipalContact to) {
        Locale language = ProposalLetters.LATVIAN;
        outbox.post(letters.toContact("passedOn", proposal.key(), call, Optional.empty())
                .with("number", Objects.requireNonNull(proposal.number()))
                .with("title", proposal.title())
                .with("from", from.name())
                .with("to", to.name())
                .with("due", dates.until(Objects.requireNonNull(proposal.dueOn()), language))
                .action(URI.create(address.of("/darbs/priekslikumi/" + proposal.id())))
                .seal());
    }

    /** A proposal that has no consultation to be delivered with. */
    void requested(Proposal proposal, Call call, Optional<MunicipalContact> contact) {
        toAnswerer("requested", proposal, call, contact, "");
    }

    void moreDaysGranted(Proposal proposal, Call call, Optional<MunicipalContact> contact, String comment) {
        toAnswerer(quoting("moreDaysGranted", comment), proposal, call, contact, comment);
    }

    void moreDaysRefused(Proposal proposal, Call call, Optional<MunicipalContact> contact, String comment) {
        toAnswerer(quoting("moreDaysRefused", comment), proposal, call, contact, comment);
    }

    /** The link of an earlier letter has passed its end. */
    void freshLink(Call call, MunicipalContact contact, int waiting, LocalDate finalOn, Instant hour) {
        outbox.post(
                letters.toContact("freshAnswerLink", CaseKey.of("consultation", call.id()), call, Optional.of(contact))
                        .with("count", waiting)
                        .with("final", dates.date(finalOn, contact.language()))
                        .once("proposal.freshAnswerLink:" + contact.id() + ":" + hour)
                        .secretAction(answerPage(call, Optional.of(contact), finalOn))
                        .seal());
    }

    /** There is nothing to answer any more. */
    public void withdrawn(Proposal proposal, Call call, MunicipalContact contact) {
        outbox.post(letters.toContact("withdrawnContact", proposal.key(), call, Optional.of(contact))
                .with("number", Objects.requireNonNull(proposal.number()))
                .with("title", proposal.title())
                .seal());
    }

    /** A quotation of nothing looks like a mistake. */
    private static String quoting(String name, String words) {
        return words.isBlank() ? name + "Silently" : name;
    }

    private void toAnswerer(
            String name, Proposal proposal, Call call, Optional<MunicipalContact> contact, String words) {
        Letter.Draft letter = letters.toContact(name, proposal.key(), call, contact);
        var language = contact.map(MunicipalContact::language).orElse(ProposalLetters.LATVIAN);
        var finalOn = Objects.requireNonNull(proposal.finalOn());
        outbox.post(letter.with("number", Objects.requireNonNull(proposal.number()))
                .with("title", proposal.title())
                .with("words", words)
                .with("due", dates.until(Objects.requireNonNull(proposal.dueOn()), language))
                .with("final", dates.date(finalOn, language))
                .secretAction(answerPage(call, contact, finalOn))
                .seal());
    }

    private URI answerPage(Call call, Optional<MunicipalContact> contact, LocalDate finalOn) {
        String token = links.issue(
                Link.Purpose.ANSWER_PROPOSALS,
                call.id().toString(),
                contact.map(known -> known.id().toString()).orElse("partnership:" + call.lead()),
                Riga.endOf(finalOn));
        return URI.create(address.of("/atbilde/" + token));
    }
}
