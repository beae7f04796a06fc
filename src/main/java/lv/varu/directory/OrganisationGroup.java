package lv.varu.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organisations that a partnership often asks together, under a name of its own.
 *
 * @param members how many organisations are in it
 * @param reachable how many of them an invitation can reach
 */
public record OrganisationGroup(
        UUID id,
        int version,
        String partnership,
        String name,
        @Nullable String note,
        int members,
        int reachable,
        Instant changedAt,
        @Nullable UUID changedBy) {}
