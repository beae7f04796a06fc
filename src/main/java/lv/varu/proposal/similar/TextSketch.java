package lv.varu.proposal.similar;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.varu.language.LatvianStems;

/**
 * A text as numbers. Its words tell what it is about, so that texts about the same are found; its sketch tells how it
 * says it (a MinHash of its phrases), so that copies of one letter are found although somebody changed a few words.
 *
 * @param words in ascending order, each word once
 * @param sketch empty for a text that is too short to be told from others
 */
record TextSketch(int[] words, int[] sketch) {
    private static final int HASHES = 32;
    private static final int PHRASE = 3;
    private static final int SHORTEST = 8;
    private static final int ROWS = 2;

    /** @param scope of the consultation, for a word counts only among its proposals */
    static TextSketch of(UUID scope, String... texts) {
        List<String> stems = Arrays.stream(texts)
                .flatMap(text -> LatvianStems.stems(text).stream())
                .toList();
        int salt = scope.hashCode();
        int[] words = stems.stream()
                .mapToInt(stem -> mix(stem.hashCode() * 31 + stem.length() ^ salt))
                .sorted()
                .distinct()
                .toArray();
        return new TextSketch(words, sketchOf(stems));
    }

    private static int[] sketchOf(List<String> stems) {
        if (stems.size() < SHORTEST) {
            return new int[0];
        }
        int[] sketch = new int[HASHES];
        Arrays.fill(sketch, Integer.MAX_VALUE);
        for (int i = 0; i + PHRASE <= stems.size(); i++) {
            int phrase = String.join(" ", stems.subList(i, i + PHRASE)).hashCode();
            for (int hash = 0; hash < HASHES; hash++) {
                sketch[hash] = Math.min(sketch[hash], mix(phrase ^ mix(hash + 1)));
            }
        }
        return sketch;
    }

    /** Which share of the phrases of two texts is the same, estimated. */
    static double likeness(int[] one, int[] other) {
        if (one.length != HASHES || other.length != HASHES) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    /** Texts that are much alike nearly always have one of these in common. */
    static long[] bands(int[] sketch) {
        long[] bands = new long[sketch.length / ROWS];
        for (int band = 0; band < bands.length; band++) {
            long high = mix(sketch[band * ROWS] * 31 + band);
            bands[band] = high << 32 ^ sketch[band * ROWS + 1] & 0xFFFFFFFFL;
        }
        return bands;
    }

    /** Spreads the bits (the finalizer of MurmurHash3). */
    private static int mix(int value) {
        int hash = value;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
