package lv.varu.proposal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody sends in.
 *
 * @param municipality code of a place; may be left out when the consultation has only one
 * @param place code of a parish or town in it
 * @param ownContribution what the submitters bring themselves
 * @param supportAsked the small support that they need
 * @param processing consent to keep and handle the data
 * @param forwarding consent to pass name and address on to the municipality
 * @param invitation whose personal link was used, when it was one
 */
@NamedInterface("shared")
public record Submission(
        String callCode,
        IntakeChannel channel,
        Locale language,
        String title,
        String text,
        Topic topic,
        @Nullable String municipality,
        @Nullable String place,
        @Nullable String ownContribution,
        @Nullable String supportAsked,
        Submitter submitter,
        boolean processing,
        boolean forwarding,
        List<Upload> files,
        @Nullable UUID invitation) {

    public Submission {
        files = List.copyOf(files);
    }

    /** A file as it arrived. */
    @NamedInterface("shared")
    public record Upload(String name, byte[] content) {}
}
