package lv.varu.directory;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation that an invitation can reach. */
public record Invitee(
        UUID id,
        String name,
        OrganisationKind kind,
        String place,
        String partnership,
        @Nullable String contactPerson,
        String email,
        Locale language) {}
