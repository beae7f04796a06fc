package lv.varu.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has sent in a proposal; it may still need confirmation.
 *
 * @param invitation as the submission named it
 */
public record ProposalSubmitted(
        UUID callId, UUID proposalId, @Nullable UUID invitation) {}
