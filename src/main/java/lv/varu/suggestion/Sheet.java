package lv.varu.suggestion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was in a box.
 *
 * @param author as the sheet says it, often nobody
 * @param contact e-mail or telephone, as the sheet says it
 * @param documentId its photograph
 */
record Sheet(
        UUID id,
        UUID roundId,
        int number,
        String text,
        @Nullable String author,
        @Nullable String contact,
        @Nullable UUID documentId,
        Fate fate,
        @Nullable String reason,
        @Nullable UUID proposalId) {

    enum Fate {
        NEW,
        PROPOSAL,
        DECLINED
    }
}
