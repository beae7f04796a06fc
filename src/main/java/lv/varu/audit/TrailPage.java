package lv.varu.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the whole trail, which is never counted.
 *
 * @param older where the next page begins, if there is one
 * @param newer where the previous page ends, if there is one
 */
record TrailPage(
        List<TrailEntry> entries,
        @Nullable Long older,
        @Nullable Long newer) {

    /** @param found in the order of the search, one more than the page if there are more */
    static TrailPage of(TrailSearch search, List<TrailEntry> found) {
        boolean more = found.size() > TrailSearch.PAGE;
        var entries = new ArrayList<>(more ? found.subList(0, TrailSearch.PAGE) : found);
        if (search.backwards()) {
            Collections.reverse(entries);
        }
        if (entries.isEmpty()) {
            return new TrailPage(entries, null, null);
        }
        var last = entries.get(entries.size() - 1).id();
        var first = entries.get(0).id();
        boolean hasOlder = search.backwards() || more;
        boolean hasNewer = search.backwards() ? more : search.older() != null;
        return new TrailPage(entries, hasOlder ? last : null, hasNewer ? first : null);
    }
}
