/** By which words a proposal is found in the lists of staff and of the public. */
@NullMarked
package lv.varu.proposal.finding;

import org.jspecify.annotations.NullMarked;
