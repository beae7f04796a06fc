package lv.varu.proposal;

import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What staff decide about a proposal.
 *
 * @param declineReason why it does not go on; none when it does
 */
public record Screening(
        Topic topic,
        String municipality,
        @Nullable String place,
        @Nullable Asset asset,
        @Nullable String declineReason) {

    public boolean declines() {
        return declineReason != null;
    }
}
