package lv.varu.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup consists of; its last entry, so a file that breaks off has none.
 *
 * @param format raised when an older program could no longer read it
 * @param migrations versions of the schema, in their order
 * @param files how many contents; each is named by its hash
 */
record Manifest(
        int format,
        Instant madeAt,
        String postgres,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        long files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String FILES = "files/";

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** @param sha256 of what COPY wrote */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param last none if it was never asked */
    record Sequence(String name, @Nullable Long last) {}
}
