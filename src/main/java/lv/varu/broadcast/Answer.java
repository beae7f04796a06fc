package lv.varu.broadcast;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says to a call.
 *
 * @param options numbers of what it can help with; none means that it cannot help this time
 * @param amount how many, in whatever the call counts
 */
public record Answer(
        boolean helps,
        Set<Integer> options,
        @Nullable Integer amount,
        @Nullable String comment) {
    public Answer {
        options = Set.copyOf(options);
    }
}
