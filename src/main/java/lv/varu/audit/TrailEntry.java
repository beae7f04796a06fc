package lv.varu.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the trail as the pages show it. */
public record TrailEntry(
        long id,
        CaseKey chain,
        long sequence,
        Instant at,
        Actor actor,
        @Nullable String actorName,
        String action,
        Map<String, String> facts,
        List<Change> changes,
        @Nullable String address,
        @Nullable String userAgent,
        boolean erased,
        String hash) {

    /** The value of one field before and after. */
    public record Change(String field, String before, String after) {}
}
