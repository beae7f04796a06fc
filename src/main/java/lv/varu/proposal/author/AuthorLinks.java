package lv.varu.proposal.author;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalSettings;
import org.springframework.stereotype.Component;

/**
 * Links by which an author follows the proposal and acts. The holder is the proposal, not an address: links outlive what
 * people told us.
 */
@Component
public class AuthorLinks {
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

    public URI follow(UUID id) {
        return page(id, "");
    }

    URI clarify(UUID id) {
        return page(id, "/precizet");
    }

    public UUID opened(String token) {
        return UUID.fromString(links.open(token, Link.Purpose.FOLLOW_PROPOSAL).subject());
    }

    private URI page(UUID id, String page) {
        Instant end = clock.instant().plus(settings.followFor());
        String token = links.issue(
                Link.Purpose.FOLLOW_PROPOSAL, id.toString(), Proposal.keyOf(id).toString(), end);
        return URI.create(address.of("/priekslikums/" + token + page));
    }
}
