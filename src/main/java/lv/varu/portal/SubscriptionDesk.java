package lv.varu.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.LinkGone;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.audit.Trail;
import lv.varu.calendar.LatvianDates;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.portal.Subscription.Choices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the request for news to the end of it. */
@Component
@Transactional
public class SubscriptionDesk {
    private final Subscriptions subscriptions;
    private final Links links;
    private final Outbox outbox;
    private final Trail trail;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final PortalSettings settings;
    private final Clock clock;

    SubscriptionDesk(
            Subscriptions subscriptions,
            Links links,
            Outbox outbox,
            Trail trail,
            PublicAddress address,
            LatvianDates dates,
            PortalSettings settings,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.links = links;
        this.outbox = outbox;
        this.trail = trail;
        this.address = address;
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks the holder of the address whether they want it. Whoever asks learns nothing: an address that is known gets
     * a letter too, with the link to its choices, and those stay as they are.
     */
    public void request(String email, Choices choices, Locale language) {
        var wanted = new Subscription(
                UUID.randomUUID(), email, language, choices, clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
        if (subscriptions.add(wanted)) {
            trail.record(wanted.key(), "portal.subscription-requested", facts(choices), Map.of("email", email));
            askToConfirm(wanted);
            return;
        }
        subscriptions.find(email).ifPresent(known -> {
            if (known.isConfirmed()) {
                remind(known, language);
            } else {
                subscriptions.choose(known.id(), choices, language);
                trail.record(known.key(), "portal.subscription-requested", facts(choices), Map.of("email", email));
                askToConfirm(new Subscription(known.id(), email, language, choices, known.requestedAt(), null));
            }
        });
    }

    /** The subscription of an address, confirmed or not. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(String email) {
        return subscriptions.find(email).map(Subscription::id);
    }

    private void askToConfirm(Subscription asked) {
        Instant until = asked.requestedAt().plus(settings.confirmWithin());
        String token = links.issue(
                Link.Purpose.CONFIRM_SUBSCRIPTION,
                asked.id().toString(),
                asked.id().toString(),
                until);
        outbox.post(Letter.about(asked.key(), "portal.letter.confirm", asked.email(), "")
                .in(asked.language())
                .with("until", dates.dateTime(until, asked.language()))
                .secretAction(URI.create(address.of("/jaunumi/apstiprinat/" + token)))
                .once("portal.confirm:" + asked.id() + ":" + hour())
                .seal());
    }

    private void remind(Subscription known, Locale language) {
        outbox.post(Letter.about(known.key(), "portal.letter.known", known.email(), "")
                .in(language)
                .secretAction(choicesOf(keyTo(known.id())))
                .once("portal.known:" + known.id() + ":" + hour())
                .seal());
    }

    // Nobody's mailbox is flooded through our form: the letter that is already there does as well.
    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    /** A new link to the choices of a subscription, for one letter. */
    String keyTo(UUID subscription) {
        return links.issue(
                Link.Purpose.SUBSCRIPTION,
                subscription.toString(),
                subscription.toString(),
                clock.instant().plus(settings.linkLasts()));
    }

    URI choicesOf(String token) {
        return URI.create(address.of("/jaunumi/" + token));
    }

    URI end(String token) {
        return URI.create(address.of("/jaunumi/atteikties/" + token));
    }

    /** @throws LinkGone when the link opens nothing, or the subscription has ended */
    Subscription lookToConfirm(String token) {
        return subscriptionOf(links.open(token, Link.Purpose.CONFIRM_SUBSCRIPTION));
    }

    /** The key to the choices, as a letter carries it. */
    public String confirm(String token) {
        var subscription = lookToConfirm(token);
        if (!subscription.isConfirmed()) {
            subscriptions.confirm(subscription.id(), clock.instant());
            trail.record(subscription.key(), "portal.subscription-confirmed");
        }
        return keyTo(subscription.id());
    }

    /** @throws LinkGone when the link opens nothing, or the subscription has ended */
    Subscription open(String token) {
        return subscriptionOf(links.open(token, Link.Purpose.SUBSCRIPTION));
    }

    private Subscription subscriptionOf(Link link) {
        return subscriptions
                .find(UUID.fromString(link.subject()))
                .orElseThrow(() -> new LinkGone(LinkGone.Reason.REVOKED));
    }

    void choose(String token, Choices choices, Locale language) {
        var subscription = open(token);
        subscriptions.choose(subscription.id(), choices, language);
        trail.change(subscription.key(), "portal.subscription-changed", facts(subscription.choices()), facts(choices));
    }

    void end(Subscription subscription) {
        forget(subscription, "portal.subscription-ended");
    }

    /** Erases what nobody confirmed. */
    int eraseUnconfirmed() {
        var old = subscriptions.unconfirmedBefore(clock.instant().minus(settings.confirmWithin()));
        old.forEach(subscription -> forget(subscription, "portal.subscription-expired"));
        return old.size();
    }

    private void forget(Subscription subscription, String action) {
        subscriptions.remove(subscription.id());
        links.revoke(Link.Purpose.SUBSCRIPTION, subscription.id().toString());
        links.revoke(Link.Purpose.CONFIRM_SUBSCRIPTION, subscription.id().toString());
        outbox.forget(subscription.key());
        trail.record(subscription.key(), action);
        trail.erasePersonal(subscription.key());
    }

    private static Map<String, String> facts(Choices choices) {
        return Map.of(
                "topics", choices.topics().stream().map(Enum::name).collect(Collectors.joining(", ")),
                "places", String.join(", ", choices.places()),
                "news", choices.news().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
}
