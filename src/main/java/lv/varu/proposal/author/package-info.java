/** What the author does after sending: follows, clarifies, withdraws, sends again, rates the answer. */
@NullMarked
package lv.varu.proposal.author;

import org.jspecify.annotations.NullMarked;
