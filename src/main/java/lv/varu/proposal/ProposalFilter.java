package lv.varu.proposal;

import java.util.UUID;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a list of proposals is narrowed to; nothing given means everything.
 *
 * @param words all found in title and text, the last may be a beginning, or a number or receipt; for staff also in what
 *     the public does not read, the rationale and the submitter's name, organisation and e-mail
 * @param section code of the section of the draft document that they refer to
 * @param theme with which they are marked
 */
@NamedInterface("shared")
public record ProposalFilter(
        @Nullable String words,
        @Nullable UUID callId,
        @Nullable String municipality,
        @Nullable Topic topic,
        @Nullable ProposalStatus status,
        @Nullable Outcome outcome,
        boolean late,
        @Nullable String section,
        @Nullable UUID theme) {

    public ProposalFilter(
            @Nullable String words,
            @Nullable UUID callId,
            @Nullable String municipality,
            @Nullable Topic topic,
            @Nullable ProposalStatus status,
            @Nullable Outcome outcome,
            boolean late) {
        this(words, callId, municipality, topic, status, outcome, late, null, null);
    }

    public static final ProposalFilter ALL = new ProposalFilter(null, null, null, null, null, null, false);

    /** Whether the database keeps count of what it lets through. */
    boolean isCounted() {
        return (words == null || words.isBlank())
                && municipality == null
                && topic == null
                && section == null
                && theme == null;
    }

    public static ProposalFilter of(UUID callId) {
        return new ProposalFilter(null, callId, null, null, null, null, false);
    }
}
