package lv.varu.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What an administrator looks for in the whole trail.
 *
 * @param who an actor's id, or a case
 * @param older entries before this one follow
 * @param newer entries after this one follow
 */
record TrailSearch(
        @BindParam("veids") @Nullable String kind,
        @BindParam("kas") @Nullable String who,
        @BindParam("no") @Nullable String from,
        @BindParam("lidz") @Nullable String to,
        @BindParam("vecaki") @Nullable Long older,
        @BindParam("jaunaki") @Nullable Long newer) {
    static final int PAGE = 50;
    private static final ZoneId ZONE = ZoneId.of("Europe/Riga");

    boolean backwards() {
        return newer != null;
    }

    public boolean isNarrowed() {
        return StringUtils.hasText(kind) || StringUtils.hasText(who) || day(from) != null || day(to) != null;
    }

    void conditions(List<String> where, Map<String, Object> values) {
        if (StringUtils.hasText(kind)) {
            where.add("e.kind = :kind");
            values.put("kind", kind);
        }
        if (StringUtils.hasText(who)) {
            where.add("(e.actor_id = :who and e.actor_id <> '' or e.chain = :who)");
            values.put("who", who.strip());
        }
        days(where, values);
        if (newer != null) {
            where.add("e.id > :newer");
            values.put("newer", newer);
        } else if (older != null) {
            where.add("e.id < :older");
            values.put("older", older);
        }
    }

    private void days(List<String> where, Map<String, Object> values) {
        var first = day(from);
        if (first != null) {
            where.add("e.at >= :from");
            values.put("from", first.atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC));
        }
        var last = day(to);
        if (last != null) {
            where.add("e.at < :to");
            values.put("to", last.plusDays(1).atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC));
        }
    }

    /** What is not a date narrows nothing; the page shows it as it was typed. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return StringUtils.hasText(typed) ? LocalDate.parse(typed) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
