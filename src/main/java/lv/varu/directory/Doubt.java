package lv.varu.directory;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something about an entry that looks wrong but may be right: it is said once and then accepted.
 *
 * @param other name of the entry that looks the same
 */
record Doubt(Kind kind, @Nullable UUID otherId, @Nullable String other) {
    enum Kind {
        CHECK_SUM,
        SAME_EMAIL,
        SAME_NUMBER
    }

    /** By which a form tells that its reader has seen exactly these doubts. */
    static String signature(Collection<Doubt> doubts) {
        return doubts.stream()
                .map(doubt -> doubt.kind + ":" + doubt.otherId)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
