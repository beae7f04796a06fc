package lv.varu.proposal;

import java.util.UUID;

/** Nobody confirmed a proposal in time, and what it held is erased. */
public record ProposalExpired(UUID callId, UUID proposalId) {}
