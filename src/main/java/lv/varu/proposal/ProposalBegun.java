package lv.varu.proposal;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Somebody who was invited has begun to write to a consultation. */
@NamedInterface("shared")
public record ProposalBegun(UUID callId, UUID invitation) {}
