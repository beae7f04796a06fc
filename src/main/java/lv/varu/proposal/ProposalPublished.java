package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** The outcome of a proposal is public. */
@NamedInterface("shared")
public record ProposalPublished(UUID callId, UUID proposalId) {}
