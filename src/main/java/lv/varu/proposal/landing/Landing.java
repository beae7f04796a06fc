package lv.varu.proposal.landing;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Where in the adopted document a proposal can be found.
 *
 * @param place chapter, task or page
 * @param link to the document
 */
@NamedInterface("shared")
public record Landing(String place, @Nullable String link, Instant notedAt) {
    boolean saysTheSame(String otherPlace, @Nullable String otherLink) {
        return place.equals(otherPlace) && Objects.equals(link, otherLink);
    }
}
