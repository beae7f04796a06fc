package lv.varu.proposal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Links by which an author acts. The holder is the proposal, not an address: links outlive what people told us. What a
 * link no longer allows is still explained by its page, so it works as long as the one that follows.
 */
@Component
class AuthorLinks {
    private final Links links;
    private final PublicAddress address;
    private final ProposalSettings settings;
    private final Clock clock;

    AuthorLinks(Links links, PublicAddress address, ProposalSettings settings, Clock clock) {
        this.links = links;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    URI follow(UUID id) {
        return issue(Link.Purpose.FOLLOW_PROPOSAL, id, "/priekslikums/");
    }

    URI clarify(UUID id) {
        return issue(Link.Purpose.CLARIFY_PROPOSAL, id, "/priekslikums/precizet/");
    }

    UUID opened(String token, Link.Purpose purpose) {
        return UUID.fromString(links.open(token, purpose).subject());
    }

    private URI issue(Link.Purpose purpose, UUID id, String path) {
        Instant end = clock.instant().plus(settings.followFor());
        return URI.create(address.of(
                path + links.issue(purpose, id.toString(), Proposal.keyOf(id).toString(), end)));
    }
}
