package lv.varu.broadcast;

import java.util.List;

/**
 * What a call says.
 *
 * @param options with what one can help
 */
public record CallText(String title, String text, List<String> options) {
    public CallText {
        options = List.copyOf(options);
    }
}
