package lv.varu.task;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people search for it: "Preiļu" is found by "preilu". */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    private Folded() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** For {@code like}, with what is typed taken literally. */
    static String containing(String text) {
        return "%" + WILDCARDS.matcher(of(text)).replaceAll("\\\\$0") + "%";
    }
}
