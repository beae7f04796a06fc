package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** A proposal no longer waits for anything of its own: withdrawn by its author, merged or split. */
@NamedInterface("shared")
public record ProposalSetAside(UUID callId, UUID proposalId) {}
