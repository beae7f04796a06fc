package lv.varu.proposal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words of a proposal that the public does not read; staff, the municipality and the author do.
 *
 * @param passage as it stands in the text
 * @param note for colleagues
 * @param by who hid it
 */
record HiddenPassage(
        UUID id, String passage, Reason reason, @Nullable String note, UUID by, Instant at) {

    /** Why; readers see it beside the gap. */
    enum Reason {
        PERSONAL_DATA,
        INSULT,
        CONFIDENTIAL,
        ADVERTISEMENT
    }
}
