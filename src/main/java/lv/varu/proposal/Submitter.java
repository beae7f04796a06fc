package lv.varu.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Who proposes; all of it can be erased without the proposal.
 *
 * @param publishName whether the name may stand beside the proposal in public
 */
@NamedInterface("shared")
public record Submitter(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String organisation,
        boolean publishName) {

    public static final Submitter ANONYMOUS = new Submitter(null, null, null, null, null, false);
}
