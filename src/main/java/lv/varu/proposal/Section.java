package lv.varu.proposal;

import org.jspecify.annotations.Nullable;

/**
 * A part of the document that is consulted on.
 *
 * @param code as the document numbers it, for example {@code 3.2.}
 */
public record Section(String code, String title, @Nullable Integer page) {}
