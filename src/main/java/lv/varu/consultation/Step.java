package lv.varu.consultation;

import org.jspecify.annotations.Nullable;

/**
 * One phase on the path that shows where a consultation stands, in words.
 *
 * @param when its dates, as far as they are known
 * @param note what happens now, and by whom
 */
public record Step(
        Phase phase,
        State state,
        String label,
        @Nullable String when,
        @Nullable String note) {
    /** As the fragment for steps draws it. */
    public enum State {
        DONE,
        NOW,
        NEXT
    }
}
