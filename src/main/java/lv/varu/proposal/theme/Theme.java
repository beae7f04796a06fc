package lv.varu.proposal.theme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that several proposals of a consultation are about.
 *
 * @param about what belongs to it, so that all readers mark alike
 */
@NamedInterface("shared")
public record Theme(UUID id, String name, @Nullable String about) {}
