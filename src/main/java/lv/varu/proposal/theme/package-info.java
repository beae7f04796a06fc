/** What proposals are about in the words of those who read them, and who has read which. */
@NullMarked
package lv.varu.proposal.theme;

import org.jspecify.annotations.NullMarked;
