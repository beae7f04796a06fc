package lv.varu.proposal;

import java.util.UUID;

/** Somebody who was invited has opened the form of a consultation. */
public record ProposalBegun(UUID callId, UUID invitation) {}
