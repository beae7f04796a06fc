package lv.varu.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a letter consists of. Its text and its HTML, many times longer, are made of it only when the letter leaves or is
 * looked at.
 *
 * @param body in the format of {@link LetterBody}, with the marks of {@link LetterValue}
 * @param links of the body that are the letter's own; addresses that people typed stay text
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LetterParts(
        String body,
        List<String> links,
        List<Button> choices,
        @Nullable Button action,
        List<String> footer,
        @Nullable String unsubscribe) {

    LetterParts {
        // What is empty is not kept.
        links = Objects.requireNonNullElse(links, List.of());
        choices = Objects.requireNonNullElse(choices, List.of());
        footer = Objects.requireNonNullElse(footer, List.of());
    }

    record Button(String label, String link) {}
}
