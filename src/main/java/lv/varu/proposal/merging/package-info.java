/** Several proposals that become one, and one that becomes several. */
@NullMarked
package lv.varu.proposal.merging;

import org.jspecify.annotations.NullMarked;
