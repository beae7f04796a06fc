package lv.varu.proposal;

import java.util.UUID;

/** Staff have decided whether a proposal goes on. */
public record ProposalScreened(UUID callId, UUID proposalId) {}
