package lv.varu.proposal.landing;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff say where in the adopted document a proposal can be found, and everybody who follows it hears of it. */
@Component
@Transactional
@NamedInterface("shared")
public class LandingDesk {
    private final Proposals proposals;
    private final Landings landings;
    private final Followers followers;
    private final Trail trail;
    private final Clock clock;

    LandingDesk(Proposals proposals, Landings landings, Followers followers, Trail trail, Clock clock) {
        this.proposals = proposals;
        this.landings = landings;
        this.followers = followers;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Proposal get(UUID id, Person by) {
        Proposal proposal = proposals.get(id);
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    static boolean mayLand(Proposal proposal) {
        return proposal.status() == ProposalStatus.PUBLISHED;
    }

    /** Whether it is news; a correction is told too, a repetition is not. */
    public boolean land(UUID id, String place, @Nullable String link, Person by) {
        Proposal proposal = get(id, by);
        if (!mayLand(proposal)) {
            throw new NotAllowed();
        }
        if (landings.find(id).filter(known -> known.saysTheSame(place, link)).isPresent()) {
            return false;
        }
        landings.save(id, place, link, clock.instant());
        trail.record(
                proposal.key(),
                "proposal.landed",
                Map.of("place", place, "link", Objects.requireNonNullElse(link, "")));
        followers.tell(
                id, "proposal.letter.landed", Map.of("place", place, "link", link == null ? "" : URI.create(link)));
        return true;
    }
}
