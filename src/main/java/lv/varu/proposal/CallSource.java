package lv.varu.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** A feature whose cases call for proposals; it knows nothing of the calls of other features. */
@NamedInterface("shared")
public interface CallSource {
    Optional<Call> find(String code);

    Optional<Call> find(UUID id);

    /** One query for all; ids of other sources are not in the answer. */
    Map<UUID, Call> find(Collection<UUID> ids);

    /**
     * Locks what the call stands for until the transaction ends, so that the last proposal and the closing of the
     * window cannot miss each other. A call that never closes has nothing to lock.
     */
    void hold(UUID id);

    /** Whether what came in time can still be entered: after the closing too, until the answers are public. */
    default boolean takesEntries(UUID id) {
        return true;
    }

    /** Whether a position is still to come that takes proposals along; else each of them goes its own way. */
    default boolean awaitsPosition(UUID id) {
        return true;
    }

    /** The sections of its document in their order; a call without a document has none. */
    default List<Section> sections(UUID id) {
        return List.of();
    }
}
