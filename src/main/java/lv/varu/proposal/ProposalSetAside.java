package lv.varu.proposal;

import java.util.UUID;

/** A proposal no longer waits for anything of its own: withdrawn by its author, merged or split. */
public record ProposalSetAside(UUID callId, UUID proposalId) {}
