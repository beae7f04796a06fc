package lv.varu.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Somebody has sent in a proposal; it may still need confirmation.
 *
 * @param invitation as the submission named it
 */
@NamedInterface("shared")
public record ProposalSubmitted(
        UUID callId, UUID proposalId, @Nullable UUID invitation) {}
