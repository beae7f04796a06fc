package lv.varu.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A part of the document that is consulted on.
 *
 * @param code as the document numbers it, for example {@code 3.2.}
 */
@NamedInterface("shared")
public record Section(String code, String title, @Nullable Integer page) {}
