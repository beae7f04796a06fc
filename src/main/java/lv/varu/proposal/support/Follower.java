package lv.varu.proposal.support;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.proposal.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told what becomes of a proposal.
 *
 * @param proposalId the one that they wrote or support themselves; another one when it was merged
 * @param supporterId of those who support it; none for an author
 * @param stop where letters to them end with one click, if they do
 */
public record Follower(
        Role role,
        UUID proposalId,
        String title,
        @Nullable UUID supporterId,
        String name,
        String email,
        Locale language,
        @Nullable URI stop) {

    Follower(
            Role role,
            UUID proposalId,
            String title,
            @Nullable UUID supporterId,
            String name,
            String email,
            Locale language) {
        this(role, proposalId, title, supporterId, name, email, language, null);
    }

    /** Who supports a proposal can end that from within a letter; its author is told in any case. */
    Follower stoppingAt(URI tracking) {
        return supporterId == null
                ? this
                : new Follower(role, proposalId, title, supporterId, name, email, language, stopOf(tracking));
    }

    /** @param tracking the link of a supporter */
    static URI stopOf(URI tracking) {
        return URI.create(tracking + "/atteikties");
    }

    /** The case that letters to them belong to: a supporter's can be forgotten without the proposal's. */
    public CaseKey about() {
        return supporterId == null ? Proposal.keyOf(proposalId) : Supporter.keyOf(supporterId);
    }

    /** Only the author reads what staff have hidden from others. */
    public String reads(Proposal proposal, String words) {
        return role == Role.AUTHOR ? words : proposal.withoutHidden(words);
    }

    /** How they came to it; texts of letters choose their words by it. */
    public enum Role {
        AUTHOR,
        MERGED,
        SUPPORTER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
