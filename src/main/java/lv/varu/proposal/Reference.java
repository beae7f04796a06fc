package lv.varu.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What in the draft document a proposal is about, in the words of the day it was sent.
 *
 * @param section code of the section
 * @param title of the section
 */
public record Reference(
        @Nullable String section,
        @Nullable String title,
        @Nullable Integer page) {

    static final Reference NONE = new Reference(null, null, null);
}
