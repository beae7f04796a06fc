package lv.varu.insight;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lv.varu.engine.CaseDiagram;
import lv.varu.engine.CaseDiagrams;
import lv.varu.proposal.ProposalBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the proposals of a consultation are in their model. With thousands of them the picture may be some minutes old. */
@Component
class Whereabouts {
    private static final int MANY = 1000;
    private static final Duration OLD = Duration.ofMinutes(5);

    private final ProposalBook proposals;
    private final CaseDiagrams diagrams;
    private final Clock clock;
    private final LoadingCache<UUID, Picture> known;

    Whereabouts(ProposalBook proposals, CaseDiagrams diagrams, Clock clock) {
        this.proposals = proposals;
        this.diagrams = diagrams;
        this.clock = clock;
        known = Caffeine.newBuilder()
                .maximumSize(100)
                .refreshAfterWrite(OLD)
                .expireAfterWrite(Duration.ofHours(1))
                .build(this::counted);
    }

    /** @param total how many proposals the consultation has */
    Picture of(UUID consultation, long total) {
        return total < MANY ? now(consultation, null) : known.get(consultation);
    }

    private Picture counted(UUID consultation) {
        return now(consultation, clock.instant());
    }

    private Picture now(UUID consultation, @Nullable Instant at) {
        var ids = proposals.ids(consultation).stream().map(UUID::toString).toList();
        return new Picture(ids.isEmpty() ? null : diagrams.of("proposal", ids), at);
    }

    /**
     * @param diagram none when there are no proposals
     * @param countedAt none for one that was counted this moment
     */
    record Picture(@Nullable CaseDiagram diagram, @Nullable Instant countedAt) {}
}
