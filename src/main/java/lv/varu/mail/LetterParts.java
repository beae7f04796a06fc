package lv.varu.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter consists of. Its HTML, many times longer, is made of it only when the letter leaves or is looked at.
 *
 * @param body in the format of {@link LetterBody}, with the marks of {@link LetterValue}
 * @param links of the body that are the letter's own; addresses that people typed stay text
 */
record LetterParts(
        String sender,
        String body,
        List<String> links,
        List<Button> choices,
        @Nullable Button action,
        List<String> footer,
        @Nullable String unsubscribe) {

    record Button(String label, String link) {}
}
