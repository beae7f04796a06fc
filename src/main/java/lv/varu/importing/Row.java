package lv.varu.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number as the program that made the file counts
 * @param values of the known columns that hold something, by key
 */
public record Row(long number, Map<String, String> values) {

    public Row {
        values = Map.copyOf(values);
    }

    public @Nullable String text(String key) {
        return values.get(key);
    }
}
