package lv.varu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administrators' list of letters; it carries no bodies and is never counted as a whole. */
@Component
@Transactional(readOnly = true)
class LetterList {
    private final JdbcClient jdbc;

    LetterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page find(LetterSearch search) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        search.conditions(where, values);
        var sql = "select id, number, recipient_email, recipient_name, subject, state, posted_at from mail_letter "
                + (where.isEmpty() ? "" : "where " + String.join(" and ", where))
                + " order by number " + (search.backwards() ? "asc" : "desc") + " limit " + (LetterSearch.PAGE + 1);
        return page(search, jdbc.sql(sql).params(values).query(Line::from).list());
    }

    private static Page page(LetterSearch search, List<Line> found) {
        boolean more = found.size() > LetterSearch.PAGE;
        var lines = new ArrayList<>(more ? found.subList(0, LetterSearch.PAGE) : found);
        if (search.backwards()) {
            Collections.reverse(lines);
        }
        if (lines.isEmpty()) {
            return new Page(lines, null, null);
        }
        boolean hasOlder = search.backwards() || more;
        boolean hasNewer = search.backwards() ? more : search.older() != null;
        return new Page(
                lines,
                hasOlder ? lines.get(lines.size() - 1).number() : null,
                hasNewer ? lines.get(0).number() : null);
    }

    /** Delivered letters are left out: they are many, and nobody has to do anything about them. */
    public Map<LetterState, Long> counts() {
        var counts = new EnumMap<LetterState, Long>(LetterState.class);
        jdbc.sql("select state, count(*) from mail_letter where state <> 'DELIVERED' group by state")
                .query((ResultSet row) -> {
                    counts.put(LetterState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /**
     * A page of letters.
     *
     * @param older where the next page begins, if there is one
     * @param newer where the previous page ends, if there is one
     */
    record Page(
            List<Line> lines,
            @Nullable Long older,
            @Nullable Long newer) {}

    /** One letter in the list. */
    record Line(UUID id, long number, String email, String name, String subject, LetterState state, Instant postedAt) {
        static Line from(ResultSet row, int number) throws SQLException {
            return new Line(
                    row.getObject("id", UUID.class),
                    row.getLong("number"),
                    row.getString("recipient_email"),
                    row.getString("recipient_name"),
                    row.getString("subject"),
                    LetterState.valueOf(row.getString("state")),
                    row.getTimestamp("posted_at").toInstant());
        }

        public String tone() {
            return state.tone();
        }
    }
}
