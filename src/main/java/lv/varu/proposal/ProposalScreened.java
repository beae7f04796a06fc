package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Staff have decided whether a proposal goes on. */
@NamedInterface("shared")
public record ProposalScreened(UUID callId, UUID proposalId) {}
