package lv.varu.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.varu.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** Counts how municipalities answer; two statements, however many there are. */
@Repository
@NamedInterface("shared")
public class AnswerRecords {
    private final JdbcClient jdbc;
    private final ProposalRows rows;
    private final WorkingCalendar calendar;

    AnswerRecords(JdbcClient jdbc, ProposalRows rows, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.calendar = calendar;
    }

    /** By municipality; those that were never asked are not there. */
    public Map<String, AnswerRecord> all() {
        var counts = new HashMap<String, Counts>();
        jdbc.sql("""
                select municipality, count(*) as asked,
                    count(*) filter (where answered_at is not null and outcome <> 'NO_REPLY') as answered,
                    count(*) filter (where answered_at is not null and outcome <> 'NO_REPLY'
                        and (answered_at at time zone 'Europe/Riga')::date <= due_on) as in_time,
                    count(*) filter (where status = 'FORWARDED' and late_since is not null) as late,
                    count(*) filter (where outcome = 'NO_REPLY') as silent,
                    count(*) filter (where status = 'PUBLISHED' and outcome = 'ACCEPTED') as accepted,
                    count(*) filter (where status = 'PUBLISHED' and outcome = 'PARTIALLY_ACCEPTED') as partially_accepted,
                    count(*) filter (where status = 'PUBLISHED' and outcome = 'REJECTED') as rejected,
                    count(*) filter (where status = 'PUBLISHED' and outcome = 'NOTED') as noted
                from proposal where forwarded_at is not null group by municipality""").query(row -> {
            var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
            outcomes.put(Outcome.ACCEPTED, row.getLong("accepted"));
            outcomes.put(Outcome.PARTIALLY_ACCEPTED, row.getLong("partially_accepted"));
            outcomes.put(Outcome.REJECTED, row.getLong("rejected"));
            outcomes.put(Outcome.NOTED, row.getLong("noted"));
            counts.put(
                    row.getString("municipality"),
                    new Counts(
                            row.getLong("asked"),
                            row.getLong("answered"),
                            row.getLong("in_time"),
                            row.getLong("late"),
                            row.getLong("silent"),
                            outcomes));
        });
        var medians = medians();
        var records = new HashMap<String, AnswerRecord>();
        counts.forEach((code, found) -> records.put(
                code,
                new AnswerRecord(
                        code,
                        found.asked,
                        found.answered,
                        found.inTime,
                        found.late,
                        found.silent,
                        found.outcomes,
                        medians.get(code))));
        return records;
    }

    /** What the municipality owes an answer to, past its time, as anyone may read it; the oldest first. */
    public Page<ProposalView> late(String municipality, Pageable page) {
        return rows.publiclyLate(municipality, page);
    }

    /** Answers given between the same two days are counted together, so that the calendar is asked once for them. */
    private Map<String, Integer> medians() {
        var spans = new HashMap<String, List<Span>>();
        jdbc.sql("""
                select municipality, (forwarded_at at time zone 'Europe/Riga')::date as first,
                    (answered_at at time zone 'Europe/Riga')::date as last, count(*) as n
                from proposal
                where forwarded_at is not null and answered_at >= forwarded_at and outcome <> 'NO_REPLY'
                group by 1, 2, 3""").query(row -> {
            spans.computeIfAbsent(row.getString("municipality"), code -> new ArrayList<>())
                    .add(new Span(
                            row.getObject("first", LocalDate.class),
                            row.getObject("last", LocalDate.class),
                            row.getLong("n")));
        });
        var medians = new HashMap<String, Integer>();
        spans.forEach((code, found) -> {
            Integer median = median(found);
            if (median != null) {
                medians.put(code, median);
            }
        });
        return medians;
    }

    private @Nullable Integer median(List<Span> spans) {
        var answers = new TreeMap<Integer, Long>();
        spans.forEach(
                span -> answers.merge(calendar.workingDaysBetween(span.first, span.last), span.answers, Long::sum));
        long all = answers.values().stream().mapToLong(Long::longValue).sum();
        if (all < AnswerRecord.FEWEST) {
            return null;
        }
        long seen = 0;
        for (var entry : answers.entrySet()) {
            seen += entry.getValue();
            // Of an even number the later one of the two in the middle: no municipality looks faster than it is.
            if (seen * 2 > all) {
                return entry.getKey();
            }
        }
        return null;
    }

    private record Span(LocalDate first, LocalDate last, long answers) {}

    private record Counts(
            long asked, long answered, long inTime, long late, long silent, Map<Outcome, Long> outcomes) {}
}
