package lv.varu.proposal;

import java.util.UUID;

/** The outcome of a proposal is known: an answer came, or the wait for it ended. */
public record ProposalAnswered(UUID callId, UUID proposalId) {}
