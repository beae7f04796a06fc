package lv.varu.portal;

import java.util.Arrays;
import java.util.Optional;
import lv.varu.consultation.Consultation;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a feed, a calendar or an embedded list is about; nothing given means everything.
 *
 * @param partnership code of one of its owners
 * @param place code of a municipality that it concerns
 */
record FeedFilter(
        @Nullable String partnership,
        @Nullable String place,
        @Nullable Topic topic) {

    static FeedFilter of(@Nullable String partnership, @Nullable String place, @Nullable String topic) {
        return new FeedFilter(
                given(partnership),
                given(place),
                Arrays.stream(Topic.values())
                        .filter(value -> value.name().equals(topic))
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    boolean lets(Consultation consultation, Places places) {
        return (partnership == null || consultation.owners().contains(partnership))
                && (place == null
                        || Territories.concerned(consultation.hosts(), places).contains(place))
                && (topic == null
                        || consultation.topics().isEmpty()
                        || consultation.topics().contains(topic));
    }

    /** The address of something that this narrows. */
    public String narrow(String path) {
        var address = UriComponentsBuilder.fromUriString(path)
                .queryParamIfPresent("partneriba", Optional.ofNullable(partnership))
                .queryParamIfPresent("pasvaldiba", Optional.ofNullable(place))
                .queryParamIfPresent("tema", Optional.ofNullable(topic));
        return address.encode().toUriString();
    }
}
