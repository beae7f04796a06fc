package lv.varu.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lv.varu.language.LatvianStems;

/** Marks in a text the words for which somebody looked, in whatever form they stand there. */
class Highlights {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int EXCERPT = 240;
    private static final int BEFORE = 60;

    private final Set<String> whole;
    private final String beginning;

    Highlights(String words) {
        var stems = LatvianStems.stems(words);
        this.whole = Set.copyOf(stems);
        this.beginning = stems.isEmpty() ? "" : stems.get(stems.size() - 1);
    }

    List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        int done = 0;
        var word = WORD.matcher(text);
        while (word.find()) {
            if (isMeant(word.group())) {
                add(pieces, text.substring(done, word.start()), false);
                add(pieces, word.group(), true);
                done = word.end();
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    /** A few lines around the first word that was meant. */
    List<Piece> excerpt(String text) {
        int from = 0;
        var word = WORD.matcher(text);
        while (word.find()) {
            if (isMeant(word.group())) {
                from = Math.max(0, word.start() - BEFORE);
                break;
            }
        }
        int start = from == 0 ? 0 : text.indexOf(' ', from) + 1;
        int cut = Math.min(text.length(), start + EXCERPT);
        int space = cut == text.length() ? cut : text.lastIndexOf(' ', cut);
        int end = space <= start ? cut : space;
        return of((start == 0 ? "" : "…\u00a0") + text.substring(start, end) + (end == text.length() ? "" : "\u00a0…"));
    }

    private boolean isMeant(String word) {
        return !beginning.isEmpty()
                && LatvianStems.stems(word).stream()
                        .anyMatch(stem -> whole.contains(stem) || stem.startsWith(beginning));
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    /** A part of a text. */
    record Piece(String text, boolean marked) {}
}
