package lv.varu.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a record was changed and by whom; nobody for what the program loads. */
record Change(Instant at, @Nullable UUID by) {}
