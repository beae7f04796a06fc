package lv.varu.proposal.similar;

import java.util.List;
import java.util.UUID;
import lv.varu.proposal.ProposalView;

/**
 * Proposals to one municipality that say nearly the same in nearly the same words. Public for the templates.
 *
 * @param example the one that most people stand behind
 * @param ids all of them, the example first
 */
public record Campaign(ProposalView example, List<UUID> ids) {
    // What an address can carry, twice: the next request repeats it as its referrer.
    static final int AT_ONCE = 60;
    private static final int EXCERPT = 400;

    public int size() {
        return ids.size();
    }

    /** Those that are merged first; what stays of them leads the rest. */
    public List<UUID> chosen() {
        return ids.subList(0, Math.min(AT_ONCE, ids.size()));
    }

    public boolean isLong() {
        return ids.size() > AT_ONCE;
    }

    public String excerpt() {
        return SimilarProposals.excerpt(example.text(), EXCERPT);
    }
}
