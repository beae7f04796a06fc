package lv.varu.proposal.entry;

import java.time.LocalDate;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A proposal that came in on paper, by post, at a meeting or by telephone, as staff enter it.
 *
 * @param submission with its channel; nobody is asked to confirm it
 * @param receivedOn when it reached us
 * @param writtenOn the date that its author wrote on it
 * @param postmarkedOn when the post took it; a letter is in time by this day
 */
@NamedInterface("shared")
public record StaffEntry(
        Submission submission,
        LocalDate receivedOn,
        @Nullable LocalDate writtenOn,
        @Nullable LocalDate postmarkedOn) {

    /** The day by which it is in time or late. */
    LocalDate countedOn() {
        return submission.channel() == IntakeChannel.POST && postmarkedOn != null ? postmarkedOn : receivedOn;
    }
}
