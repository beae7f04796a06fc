package lv.varu.proposal.dialogue;

import java.time.Instant;
import java.util.UUID;

/**
 * What one of those concerned has written in the conversation about a proposal.
 *
 * @param writer their name, or of the author what may be shown to the reader
 */
record Remark(UUID id, UUID proposalId, Side side, String writer, String text, Instant writtenAt) {

    /** Who takes part; for people {@code proposal.dialogue.side.AUTHOR}. */
    enum Side {
        AUTHOR,
        PARTNERSHIP,
        MUNICIPALITY
    }
}
