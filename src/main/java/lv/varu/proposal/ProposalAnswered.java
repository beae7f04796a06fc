package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** The outcome of a proposal is known: an answer came, or the wait for it ended. */
@NamedInterface("shared")
public record ProposalAnswered(UUID callId, UUID proposalId) {}
