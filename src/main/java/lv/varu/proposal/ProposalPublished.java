package lv.varu.proposal;

import java.util.UUID;

/** The outcome of a proposal is public. */
public record ProposalPublished(UUID callId, UUID proposalId) {}
