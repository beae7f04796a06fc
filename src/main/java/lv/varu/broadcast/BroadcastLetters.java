package lv.varu.broadcast;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.broadcast.Recipients.Offered;
import lv.varu.broadcast.Recipients.Totals;
import lv.varu.calendar.LatvianDates;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every letter about a call; the texts are the messages {@code broadcast.letter.*}. */
@Component
class BroadcastLetters {
    private static final String TEXTS = "broadcast.letter.";

    private final Outbox outbox;
    private final Links links;
    private final Partnerships partnerships;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final BroadcastSettings settings;

    BroadcastLetters(
            Outbox outbox,
            Links links,
            Partnerships partnerships,
            PublicAddress address,
            LatvianDates dates,
            MessageSource messages,
            BroadcastSettings settings) {
        this.outbox = outbox;
        this.links = links;
        this.partnerships = partnerships;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
        this.settings = settings;
    }

    void call(Broadcast broadcast, List<Recipient> to, Person writer) {
        withAnswers("call", "call", broadcast, to, writer);
    }

    /** @param occasion one letter for each, even when it is sent off twice */
    void remind(Broadcast broadcast, List<Recipient> to, Person writer, String occasion) {
        withAnswers("remind", "remind:" + occasion, broadcast, to, writer);
    }

    private void withAnswers(String name, String onceKey, Broadcast broadcast, List<Recipient> to, Person writer) {
        Map<String, String> tokens = links.issueAll(
                Link.Purpose.ANSWER_BROADCAST,
                broadcast.id().toString(),
                to.stream().map(recipient -> recipient.id().toString()).toList(),
                broadcast.closesAt().plus(settings.linkLasts()));
        List<Letter> letters = new ArrayList<>();
        for (Recipient recipient : to) {
            String page = address.of("/palidziba/"
                    + Objects.requireNonNull(tokens.get(recipient.id().toString())));
            Locale language = recipient.language();
            CallText words = broadcast.words(language);
            Letter.Draft letter = draft(name, broadcast, recipient.email(), recipient.name(), language, writer)
                    .with("text", words.text())
                    .with("until", dates.until(broadcast.answerBy(), language))
                    .once("broadcast:" + broadcast.id() + ":" + onceKey + ":" + recipient.id());
            for (int option = 0; option < words.options().size(); option++) {
                letter.secretChoice(words.options().get(option), URI.create(page + "?var=" + option));
            }
            letter.secretChoice(text("broadcast.answer.no", language), URI.create(page + "?var=ne"));
            letters.add(letter.secretAction(URI.create(page)).seal());
        }
        outbox.postAll(letters);
    }

    /** Managers approve nothing here, but they hear of it at once. */
    void tellManager(Broadcast broadcast, Person manager, Person writer, long called) {
        Locale language = manager.language();
        outbox.post(draft("manager", broadcast, manager.email(), manager.name(), language, writer)
                .with("text", broadcast.words(language).text())
                .with("writer", writer.name())
                .with("count", called)
                .with("until", dates.until(broadcast.answerBy(), language))
                .action(URI.create(address.of("/darbs/aicinajumi/" + broadcast.id())))
                .seal());
    }

    void thank(Broadcast broadcast, List<Recipient> to, Person writer, Totals totals, List<Offered> offered) {
        List<Letter> letters = new ArrayList<>();
        for (Recipient recipient : to) {
            letters.add(thanks("thanks", broadcast, recipient.email(), recipient.name(), recipient.language(), writer)
                    .with("answered", totals.answered())
                    .with("helping", totals.helping())
                    .with("offered", summary(broadcast, offered, recipient.language()))
                    .once("broadcast:" + broadcast.id() + ":thanks:" + recipient.id())
                    .seal());
        }
        outbox.postAll(letters);
    }

    void summarise(Broadcast broadcast, Person manager, Person writer, Totals totals, List<Offered> offered) {
        Locale language = manager.language();
        outbox.post(thanks("summary", broadcast, manager.email(), manager.name(), language, writer)
                .with("called", totals.called())
                .with("answered", totals.answered())
                .with("helping", totals.helping())
                .with("offered", summary(broadcast, offered, language))
                .action(URI.create(address.of("/darbs/aicinajumi/" + broadcast.id())))
                .once("broadcast:" + broadcast.id() + ":summary:" + manager.id())
                .seal());
    }

    private Letter.Draft thanks(
            String name, Broadcast broadcast, String email, String addressee, Locale language, Person writer) {
        return draft(name, broadcast, email, addressee, language, writer)
                .with("thanks", Objects.requireNonNullElse(broadcast.thanks(language), ""));
    }

    private List<String> summary(Broadcast broadcast, List<Offered> offered, Locale language) {
        List<String> options = broadcast.words(language).options();
        return IntStream.range(0, offered.size())
                .mapToObj(at -> messages.getMessage(
                        "broadcast.offered",
                        new Object[] {
                            options.get(at),
                            offered.get(at).organisations(),
                            offered.get(at).amount()
                        },
                        language))
                .toList();
    }

    private Letter.Draft draft(
            String name, Broadcast broadcast, String email, String addressee, Locale language, Person writer) {
        Partnership partnership = partnerships.find(broadcast.partnership());
        return Letter.about(broadcast.key(), TEXTS + name, email, addressee)
                .in(language)
                .with("title", broadcast.words(language).title())
                .with("partnership", partnership.name(language))
                .from(partnership.name(language), writer.email());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
