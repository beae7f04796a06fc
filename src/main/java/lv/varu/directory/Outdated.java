package lv.varu.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the record while a form with its older content was open. */
class Outdated extends OptimisticLockingFailureException {
    private final transient @Nullable UUID by;
    private final @Nullable Instant at;

    Outdated(Object key, @Nullable UUID by, @Nullable Instant at) {
        super(key.toString());
        this.by = by;
        this.at = at;
    }

    @Nullable
    UUID by() {
        return by;
    }

    @Nullable
    Instant at() {
        return at;
    }
}
