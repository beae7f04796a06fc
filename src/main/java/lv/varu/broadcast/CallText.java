package lv.varu.broadcast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call says.
 *
 * @param options with what one can help
 * @param english the same in English, its options in the same order; none when nobody has translated it
 */
public record CallText(
        String title,
        String text,
        List<String> options,
        @Nullable CallText english) {
    public CallText {
        options = List.copyOf(options);
    }

    public CallText(String title, String text, List<String> options) {
        this(title, text, options, null);
    }
}
