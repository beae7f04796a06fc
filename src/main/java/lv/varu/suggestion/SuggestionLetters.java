package lv.varu.suggestion;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.suggestion.BoxDetails.Keeper;
import org.springframework.stereotype.Component;

/** Every letter to the people in parishes; the texts are the messages {@code suggestion.letter.*}. */
@Component
class SuggestionLetters {
    private static final String TEXTS = "suggestion.letter.";

    private final Outbox outbox;
    private final Links links;
    private final Partnerships partnerships;
    private final Places places;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final SuggestionSettings settings;
    private final Clock clock;

    SuggestionLetters(
            Outbox outbox,
            Links links,
            Partnerships partnerships,
            Places places,
            PublicAddress address,
            LatvianDates dates,
            SuggestionSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.partnerships = partnerships;
        this.places = places;
        this.address = address;
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
    }

    void ask(SuggestionBox box, CollectionRound round, Keeper keeper) {
        withLink("ask", box, round, keeper);
    }

    void remind(SuggestionBox box, CollectionRound round, Keeper keeper) {
        withLink("remind", box, round, keeper);
    }

    private void withLink(String name, SuggestionBox box, CollectionRound round, Keeper keeper) {
        Locale language = Locale.forLanguageTag(keeper.language());
        String token = links.issue(
                Link.Purpose.EMPTY_BOX,
                round.id().toString(),
                box.id().toString(),
                clock.instant().plus(settings.linkLasts()));
        outbox.post(draft(name, box, round, keeper)
                .with("due", dates.until(round.dueOn(), language))
                .secretAction(URI.create(address.of("/kastite/" + token)))
                .seal());
    }

    void sorted(SuggestionBox box, CollectionRound round, Keeper keeper, long proposals, long declined) {
        outbox.post(draft("sorted", box, round, keeper)
                .with("proposals", proposals)
                .with("declined", declined)
                .action(URI.create(address.of("/kastites/" + box.place())))
                .seal());
    }

    private Letter.Draft draft(String name, SuggestionBox box, CollectionRound round, Keeper keeper) {
        Locale language = Locale.forLanguageTag(keeper.language());
        Partnership partnership = partnerships.find(box.partnership());
        return Letter.about(round.key(), TEXTS + name, keeper.email(), keeper.name())
                .in(language)
                .with("place", places.find(box.place()).name(language))
                .with("spot", box.spot())
                .with("partnership", partnership.name(language))
                .from(partnership.name(language), partnership.email())
                .once("suggestion." + name + ":" + round.id());
    }
}
