/** Which proposals say nearly the same: while one is written, when it is screened, and in campaigns of like letters. */
@NullMarked
package lv.varu.proposal.similar;

import org.jspecify.annotations.NullMarked;
