/** Proposals that staff bring in: paper, post, telephone and tables. */
@NullMarked
package lv.varu.proposal.entry;

import org.jspecify.annotations.NullMarked;
