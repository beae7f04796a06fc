package lv.varu.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.StringUtils;

/**
 * What an administrator looks for in the whole trail.
 *
 * @param older entries before this one follow
 * @param newer entries after this one follow
 */
record TrailSearch(
        @Nullable String kind,
        @Nullable String actor,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Long older,
        @Nullable Long newer) {
    static final int PAGE = 50;
    private static final ZoneId ZONE = ZoneId.of("Europe/Riga");

    boolean backwards() {
        return newer != null;
    }

    void conditions(List<String> where, Map<String, Object> values) {
        if (StringUtils.hasText(kind)) {
            where.add("e.kind = :kind");
            values.put("kind", kind);
        }
        if (StringUtils.hasText(actor)) {
            where.add("(e.actor_id = :actor or e.chain = :actor)");
            values.put("actor", actor.strip());
        }
        if (from != null) {
            where.add("e.at >= :from");
            values.put("from", from.atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            where.add("e.at < :to");
            values.put("to", to.plusDays(1).atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC));
        }
        if (newer != null) {
            where.add("e.id > :newer");
            values.put("newer", newer);
        } else if (older != null) {
            where.add("e.id < :older");
            values.put("older", older);
        }
    }
}
