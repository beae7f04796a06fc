package lv.varu.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the features above may ask of proposals and tell them. */
@Component
@Transactional(readOnly = true)
public class ProposalBook {

    /**
     * The position has been delivered: proposals in it go to the municipalities, those left out wait for publication.
     *
     * @param leftOut reasons by proposal
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forward(UUID callId, Map<UUID, String> leftOut) {
        throw new UnsupportedOperationException();
    }

    /** Publishes every known outcome of the consultation and tells the authors. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(UUID callId) {
        throw new UnsupportedOperationException();
    }

    /** How many may still need screening: waiting for a confirmation, or received. */
    public long unscreened(UUID callId) {
        return 0;
    }

    /** How many in the position wait for an outcome. */
    public long unanswered(UUID callId) {
        return 0;
    }

    /** By number; all statuses when none is given. */
    public List<ProposalView> of(UUID callId, Collection<ProposalStatus> statuses) {
        return List.of();
    }

    public Optional<ProposalView> find(UUID id) {
        return Optional.empty();
    }

    public Map<UUID, ProposalView> find(Collection<UUID> ids) {
        return Map.of();
    }

    /** What anyone may read: confirmed and screened ones; outcome and rationale only once published. Newest first. */
    public Page<ProposalView> publicOf(UUID callId, ProposalFilter filter, Pageable pageable) {
        return Page.empty(pageable);
    }

    /** What staff of the partnership see, newest first; everything when no partnership is given. */
    public Page<ProposalView> list(@Nullable String partnership, ProposalFilter filter, Pageable pageable) {
        return Page.empty(pageable);
    }

    /** Every consultation asked for has a tally. */
    public Map<UUID, Tally> tallies(Collection<UUID> callIds) {
        return Map.of();
    }

    /** How many confirmed proposals of the consultation are about each topic. */
    public Map<Topic, Long> topics(UUID callId) {
        return Map.of();
    }

    /** Answers past their time, the oldest first; of all partnerships when none is given. */
    public List<LateView> late(@Nullable String partnership) {
        return List.of();
    }
}
