package lv.varu.portal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.directory.Places;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who get news. */
@Component
class SubscriptionPeople implements PersonalData {
    private final Subscriptions subscriptions;
    private final SubscriptionDesk desk;
    private final Places places;

    SubscriptionPeople(Subscriptions subscriptions, SubscriptionDesk desk, Places places) {
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.places = places;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return subscriptions.find(email).stream().map(this::finding).toList();
    }

    private Finding finding(Subscription subscription) {
        return Finding.of("subscription", subscription.id(), subscription.key(), subscription.requestedAt())
                .with("email", subscription.email())
                .with(
                        "newsPlaces",
                        subscription.choices().places().stream()
                                .flatMap(code -> places.lookUp(code).stream())
                                .map(place -> place.name(subscription.language()))
                                .collect(Collectors.joining(", ")))
                .with("confirmedAt", subscription.confirmedAt())
                .done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(
                found -> subscriptions.find(UUID.fromString(found.id())).ifPresent(desk::end));
    }
}
