package lv.varu.proposal.merging;

import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** What followed from an answer; a feature above shows it on the public page of the proposal and to its author. */
@NamedInterface("shared")
public interface Sequel {
    /** A template with a fragment {@code sequel}. */
    String template();

    /** For the template, as {@code ${sequel}}; empty when there is nothing to tell. */
    Optional<?> of(UUID proposalId);
}
