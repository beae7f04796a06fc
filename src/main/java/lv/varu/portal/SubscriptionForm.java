package lv.varu.portal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import lv.varu.directory.Topic;
import lv.varu.portal.Subscription.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What somebody chooses; codes that nobody offered are passed over. */
record SubscriptionForm(String email, List<String> news, List<String> places, List<String> topics) {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])+");
    private static final int LONGEST = 254;

    SubscriptionForm(
            @Nullable String email,
            @Nullable List<String> news,
            @Nullable List<String> places,
            @Nullable List<String> topics) {
        this.email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        this.news = Objects.requireNonNullElse(news, List.of());
        this.places = Objects.requireNonNullElse(places, List.of());
        this.topics = Objects.requireNonNullElse(topics, List.of());
    }

    /** Everything about the place and topic from which somebody came. */
    static SubscriptionForm blank(@Nullable String place, @Nullable String topic) {
        return new SubscriptionForm(
                "",
                NewsKind.CHOICES.stream().map(Enum::name).toList(),
                place == null || place.isBlank() ? List.of() : List.of(place),
                topic == null || topic.isBlank() ? List.of() : List.of(topic));
    }

    static SubscriptionForm of(Subscription subscription) {
        var choices = subscription.choices();
        return new SubscriptionForm(
                subscription.email(),
                choices.news().stream().map(Enum::name).toList(),
                choices.places(),
                choices.topics().stream().map(Enum::name).toList());
    }

    void checkEmail(Errors errors) {
        if (email.isEmpty()) {
            errors.rejectValue("email", "portal.subscribe.email.missing");
        } else if (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
            errors.rejectValue("email", "portal.subscribe.email.wrong");
        }
    }

    void checkNews(Errors errors) {
        if (choices(List.of()).news().isEmpty()) {
            errors.rejectValue("news", "portal.subscribe.news.missing");
        }
    }

    /** @param offered codes of the municipalities that there are */
    Choices choices(Collection<String> offered) {
        return new Choices(
                Arrays.stream(Topic.values())
                        .filter(topic -> topics.contains(topic.name()))
                        .toList(),
                offered.stream().filter(places::contains).toList(),
                NewsKind.CHOICES.stream()
                        .filter(kind -> news.contains(kind.name()))
                        .toList());
    }
}
