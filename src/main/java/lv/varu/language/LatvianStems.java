package lv.varu.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemmer;
import org.jspecify.annotations.Nullable;

/**
 * The stems of Latvian words, so that "ceļu" finds "ceļš". Each word counts in two forms, as it stands and without
 * diacritics, so that "celu" finds it too.
 */
public final class LatvianStems {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 60;
    private static final int MOST_SEARCHED = 20;

    private static final LatvianStemmer STEMMER = new LatvianStemmer();
    private static final CharArraySet STOP_WORDS = LatvianAnalyzer.getDefaultStopSet();
    // Somebody who types without diacritics writes these words too: "ka", "vel", "vai".
    private static final Set<String> BARE_STOP_WORDS = STOP_WORDS.stream()
            .map(word -> fold(String.valueOf((char[]) word)))
            .collect(Collectors.toUnmodifiableSet());

    private LatvianStems() {}

    /** Everything by which the texts can be found, for {@code to_tsvector('simple', ?)}. */
    public static String words(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .flatMap(LatvianStems::tokens)
                .flatMap(token -> forms(token).stream())
                .collect(Collectors.joining(" "));
    }

    /**
     * What somebody typed into a search, for {@code to_tsquery('simple', ?)}: every word must be there, and the last
     * one may be only a beginning.
     *
     * @return empty when nothing typed can be searched for
     */
    public static Optional<String> query(@Nullable String typed) {
        return query(typed, List.of(""));
    }

    /** As {@link #query(String)}, for stems that begin with one of the marks; for a cast to {@code tsquery}. */
    public static Optional<String> query(@Nullable String typed, Collection<String> marks) {
        List<String> tokens = typed == null
                ? List.of()
                : tokens(typed).distinct().limit(MOST_SEARCHED).toList();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        List<String> needed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String ending = i == tokens.size() - 1 ? ":*" : "";
            needed.add(forms(tokens.get(i)).stream()
                    .flatMap(form -> marks.stream().map(mark -> "'" + mark + form + "'" + ending))
                    .collect(Collectors.joining(" | ", "(", ")")));
        }
        return Optional.of(String.join(" & ", needed));
    }

    /** The stems without diacritics in the order of the text, for comparing texts. */
    public static List<String> stems(String text) {
        return tokens(text).map(token -> stem(fold(token))).toList();
    }

    /** Small letters without diacritics. */
    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> tokens(String text) {
        // One form of each letter: "š" may come as "s" and a mark.
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return WORD.matcher(composed)
                .results()
                .map(match -> match.group())
                .filter(token -> !STOP_WORDS.contains(token) && !BARE_STOP_WORDS.contains(token))
                .map(token -> token.length() > LONGEST ? token.substring(0, LONGEST) : token);
    }

    private static Set<String> forms(String token) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(stem(token));
        forms.add(stem(fold(token)));
        return forms;
    }

    private static String stem(String token) {
        // Room for the letters that a stem can gain: "kš" becomes "kst".
        char[] letters = Arrays.copyOf(token.toCharArray(), token.length() + 4);
        return new String(letters, 0, STEMMER.stem(letters, token.length()));
    }
}
