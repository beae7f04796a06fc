package lv.varu.web;

import java.util.regex.Pattern;

/** Text without what nobody can read or type, but what breaks databases, letters and lines of a list. */
final class Legible {
    /** Control characters, halves of characters, and those that turn the direction of everything after them. */
    private static final Pattern FOREIGN =
            Pattern.compile("[[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]&&[^\\t\\n\\r]]");

    private Legible() {}

    static String of(String text) {
        return FOREIGN.matcher(text).replaceAll("");
    }
}
