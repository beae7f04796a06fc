package lv.varu.project;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * What pays for the work.
 *
 * @param publicity the sentence that the funder wants to see
 * @param retentionYears how long after its end the people stay, as the funder's rules say
 */
public record Project(
        UUID id,
        int version,
        String name,
        String funder,
        @Nullable String programme,
        List<String> partnerships,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable String publicity,
        int retentionYears,
        String retentionReason) {
    static final String KIND = "project";

    /** The last day on which what people told us is kept. */
    public LocalDate retainedUntil() {
        return endsOn.plusYears(retentionYears);
    }

    CaseKey key() {
        return CaseKey.of(KIND, id);
    }

    Map<String, Object> facts() {
        var facts = new TreeMap<String, Object>(Map.of(
                "name", name,
                "funder", funder,
                "partnerships", String.join(", ", partnerships),
                "startsOn", startsOn.toString(),
                "endsOn", endsOn.toString(),
                "retentionYears", retentionYears,
                "retentionReason", retentionReason));
        facts.put("programme", programme == null ? "" : programme);
        facts.put("publicity", publicity == null ? "" : publicity);
        return facts;
    }

    static Project from(ResultSet row, int number) throws SQLException {
        Array partnerships = row.getArray("partnerships");
        return new Project(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("funder"),
                row.getString("programme"),
                List.of((String[]) partnerships.getArray()),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("publicity"),
                row.getInt("retention_years"),
                row.getString("retention_reason"));
    }
}
