package lv.varu.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column key of the column to mend; none when it is the row as a whole
 * @param messageKey of a sentence that says how to mend it
 */
public record Fault(@Nullable String column, String messageKey, List<String> arguments) {

    public static Fault in(String column, String messageKey, String... arguments) {
        return new Fault(column, messageKey, List.of(arguments));
    }

    public static Fault ofRow(String messageKey, String... arguments) {
        return new Fault(null, messageKey, List.of(arguments));
    }
}
