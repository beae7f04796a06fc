package lv.varu.directory;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the list of organisations. */
public record OrganisationRow(
        UUID id,
        String name,
        OrganisationKind kind,
        String partnership,
        String place,
        Set<Topic> topics,
        @Nullable String registrationNumber,
        @Nullable String contactPerson,
        @Nullable String email,
        @Nullable String phone,
        boolean active) {}
