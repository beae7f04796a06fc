package lv.varu.proposal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The consultations, as far as proposals know them; the feature above gives them. */
public interface Calls {
    Optional<Call> find(String code);

    Optional<Call> find(UUID id);

    /** One query for all. */
    Map<UUID, Call> find(Collection<UUID> ids);

    /**
     * Locks the row of the consultation until the transaction ends, so that the last proposal and the closing of the
     * window cannot miss each other.
     */
    void hold(UUID id);
}
