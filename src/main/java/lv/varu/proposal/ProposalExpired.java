package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Nobody confirmed a proposal in time, and what it held is erased. */
@NamedInterface("shared")
public record ProposalExpired(UUID callId, UUID proposalId) {}
