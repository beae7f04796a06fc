/** Where a proposal landed in the adopted text. */
@NullMarked
package lv.varu.proposal.landing;

import org.jspecify.annotations.NullMarked;
