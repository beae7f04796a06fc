/** People who stand behind a proposal: co-signers by e-mail, and everyone who follows it. */
@NullMarked
package lv.varu.proposal.support;

import org.jspecify.annotations.NullMarked;
