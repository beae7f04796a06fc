/** What the municipality does with a proposal: answers, passes on, asks for more days. */
@NullMarked
package lv.varu.proposal.answer;

import org.jspecify.annotations.NullMarked;
