package lv.varu.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as the search compares it: small letters without diacritics, so that "skeltova" finds "Šķeltova". */
class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}@.+_-]+");

    private Folding() {}

    static String fold(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(Folding::foldOne)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static List<String> words(@Nullable String query) {
        var folded = fold(query);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    private static String foldOne(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(bare.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
