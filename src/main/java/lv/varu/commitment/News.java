package lv.varu.commitment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told of a promise once. */
record News(
        UUID id,
        UUID commitmentId,
        CommitmentState state,
        @Nullable String words,
        @Nullable String link,
        @Nullable UUID documentId,
        Instant toldAt,
        @Nullable UUID byAccount,
        @Nullable UUID byContact) {}
