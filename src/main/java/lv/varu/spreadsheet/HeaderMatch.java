package lv.varu.spreadsheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which of ours, by its title in any language and spelling.
 *
 * @param places where each known column stands, by its key
 * @param missing needed columns that the file lacks
 * @param ignored titles that mean nothing here
 * @param twice known columns that stand there more than once; the first one counts
 */
public record HeaderMatch(Map<String, Integer> places, List<Column> missing, List<String> ignored, List<Column> twice) {
    private static final Pattern BESIDE_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public static HeaderMatch of(List<String> header, List<Column> columns) {
        Map<String, Column> known = new LinkedHashMap<>();
        columns.forEach(column -> column.titles().forEach(title -> known.putIfAbsent(fold(title), column)));
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        List<Column> twice = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Column column = known.get(fold(header.get(i)));
            if (column == null) {
                if (!header.get(i).isBlank()) {
                    ignored.add(header.get(i));
                }
            } else if (places.putIfAbsent(column.key(), i) != null) {
                twice.add(column);
            }
        }
        List<Column> missing = columns.stream()
                .filter(column -> column.needed() && !places.containsKey(column.key()))
                .toList();
        return new HeaderMatch(Map.copyOf(places), missing, List.copyOf(ignored), List.copyOf(twice));
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** The cell of the column; nothing when it is empty or the file has no such column. */
    public @Nullable String value(SheetRow row, String key) {
        Integer place = places.get(key);
        String cell = place == null ? "" : row.cell(Objects.requireNonNull(place));
        return cell.isEmpty() ? null : cell;
    }

    private static String fold(String title) {
        String bare =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
        return BESIDE_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
