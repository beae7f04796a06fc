/** The conversation of author, partnership and municipality about one proposal. */
@NullMarked
package lv.varu.proposal.dialogue;

import org.jspecify.annotations.NullMarked;
