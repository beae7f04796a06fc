package lv.varu.proposal.author;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What authors think of the answers, in numbers.
 *
 * @param counts how many gave 1, 2, 3, 4 and 5
 */
@NamedInterface("shared")
public record Satisfaction(List<Long> counts) {
    /** With fewer, one could guess who said what. */
    public static final int FEWEST = 5;

    public Satisfaction {
        counts = List.copyOf(counts);
    }

    public long ratings() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Too few to be shown to anybody. */
    public boolean isSuppressed() {
        return ratings() < FEWEST;
    }

    /** From 1 to 5; 0 when nobody has rated. */
    public double average() {
        long sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.get(i) * (i + 1L);
        }
        return ratings() == 0 ? 0 : (double) sum / ratings();
    }

    /** How many found the answer of use or of great use, in percent. */
    public long percentContent() {
        return ratings() == 0 ? 0 : Math.round((counts.get(3) + counts.get(4)) * 100.0 / ratings());
    }
}
