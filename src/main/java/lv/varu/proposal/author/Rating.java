package lv.varu.proposal.author;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the author of a proposal thinks of its answer.
 *
 * @param score from 1 (of no use) to 5 (of great use)
 */
@NamedInterface("shared")
public record Rating(int score, @Nullable String comment) {
    static final int LOWEST = 1;
    static final int HIGHEST = 5;
}
