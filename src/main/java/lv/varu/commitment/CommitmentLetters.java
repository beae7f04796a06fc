package lv.varu.commitment;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.commitment.Asked.Question;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.ProposalBook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every letter about a promise; the texts are the messages {@code commitment.letter.*}. */
@Component
class CommitmentLetters {
    private static final String TEXTS = "commitment.letter.";
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final Outbox outbox;
    private final ProposalBook proposals;
    private final Partnerships partnerships;
    private final Links links;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final CommitmentSettings settings;
    private final Clock clock;

    CommitmentLetters(
            Outbox outbox,
            ProposalBook proposals,
            Partnerships partnerships,
            Links links,
            PublicAddress address,
            LatvianDates dates,
            MessageSource messages,
            CommitmentSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.proposals = proposals;
        this.partnerships = partnerships;
        this.links = links;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** The author and all who follow the proposal hear what was promised, and when the municipality will be asked. */
    void promised(Commitment commitment) {
        Map<String, Object> values = values(commitment);
        values.put("next", Objects.requireNonNull(commitment.nextOn()));
        proposals.tellFollowers(commitment.proposalId(), TEXTS + "promised", values);
    }

    void progress(Commitment commitment, News news) {
        Map<String, Object> values = values(commitment);
        values.put("state", news.state());
        values.put("words", Objects.requireNonNullElse(news.words(), ""));
        values.put("link", news.link() == null ? "" : URI.create(news.link()));
        proposals.tellFollowers(commitment.proposalId(), TEXTS + "progress", values);
    }

    private static Map<String, Object> values(Commitment commitment) {
        Map<String, Object> values = new HashMap<>();
        values.put("promise", Objects.requireNonNull(commitment.promised()).what());
        return values;
    }

    void ask(Commitment commitment, Optional<MunicipalContact> contact, Question question) {
        toContact("ask", commitment, contact, question);
    }

    void remind(Commitment commitment, Optional<MunicipalContact> contact, Question question) {
        toContact("remind", commitment, contact, question);
    }

    private void toContact(String name, Commitment commitment, Optional<MunicipalContact> contact, Question question) {
        Partnership partnership = partnerships.find(question.partnership());
        Locale language = contact.map(MunicipalContact::language).orElse(LATVIAN);
        String email = contact.map(MunicipalContact::email).orElse(partnership.email());
        String addressee = contact.map(MunicipalContact::name).orElse(partnership.name(language));
        String token = links.issue(
                Link.Purpose.TELL_PROGRESS,
                question.partnership(),
                question.holder(),
                clock.instant().plus(settings.linkLasts()));
        outbox.post(draft(name, commitment, question, email, addressee, language)
                .with("due", dates.until(question.reportBy(), language))
                .once(onceKey(name, question, email))
                .secretAction(URI.create(address.of("/zinas/" + token)))
                .seal());
    }

    void escalate(
            Commitment commitment,
            Optional<MunicipalContact> contact,
            Question question,
            String email,
            String name,
            Locale language) {
        String whose = contact.map(MunicipalContact::name)
                .orElseGet(() -> messages.getMessage(TEXTS + "escalate.nobody", null, language));
        outbox.post(draft("escalate", commitment, question, email, name, language)
                .with("due", dates.date(question.reportBy(), language))
                .with("contact", whose)
                .once(onceKey("escalate", question, email))
                .action(URI.create(address.of("/paveiktais")))
                .seal());
    }

    private Letter.Draft draft(
            String name, Commitment commitment, Question question, String email, String addressee, Locale language) {
        Partnership partnership = partnerships.find(question.partnership());
        return Letter.about(commitment.key(), TEXTS + name, email, addressee)
                .in(language)
                .of(question.partnership())
                .with("count", question.promises().size())
                .with("promises", question.named())
                .with("partnership", partnership.name(language))
                .from(partnership.name(language), partnership.email());
    }

    /** A second letter of this kind about the same question is not written. */
    private static String onceKey(String name, Question question, String email) {
        return "commitment." + name + ":" + question.holder() + ":" + question.partnership() + ":" + question.on() + ":"
                + email;
    }
}
