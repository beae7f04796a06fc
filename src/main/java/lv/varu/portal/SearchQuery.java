package lv.varu.portal;

import java.util.Arrays;
import java.util.Optional;
import lv.varu.directory.Topic;
import lv.varu.language.LatvianStems;
import lv.varu.proposal.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor looks for; what nobody offered is as good as nothing.
 *
 * @param words as typed
 * @param place code of a municipality
 */
record SearchQuery(
        String words,
        @Nullable String place,
        @Nullable Topic topic,
        @Nullable Outcome outcome) {

    static SearchQuery of(
            @Nullable String words, @Nullable String place, @Nullable String topic, @Nullable String outcome) {
        return new SearchQuery(
                words == null ? "" : words.strip(),
                place == null || place.isBlank() ? null : place,
                named(Topic.values(), topic),
                named(Outcome.values(), outcome));
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** For {@code to_tsquery}; empty when nothing typed can be searched for. */
    Optional<String> stems() {
        return LatvianStems.query(words);
    }

    public boolean isNarrowed() {
        return place != null || topic != null || outcome != null;
    }
}
