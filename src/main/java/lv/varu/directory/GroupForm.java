package lv.varu.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody enters about a group.
 *
 * @param id made with the empty form, so that a double submit creates one group
 * @param version of the group that was shown
 */
record GroupForm(
        @NotNull UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{directory.group.name.missing}") @Size(max = 100, message = "{directory.long}") @Nullable
        String name,

        @Size(max = 1000, message = "{directory.long}") @Nullable
        String note,

        @NotBlank(message = "{directory.partnership.missing}") @Nullable
        String partnership) {

    static GroupForm empty(@Nullable String partnership) {
        return new GroupForm(UUID.randomUUID(), 0, null, null, partnership);
    }

    static GroupForm of(OrganisationGroup group) {
        return new GroupForm(group.id(), group.version(), group.name(), group.note(), group.partnership());
    }
}
