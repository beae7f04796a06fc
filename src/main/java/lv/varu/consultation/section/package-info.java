/** Sections of the draft document that a proposal can refer to. */
@NullMarked
package lv.varu.consultation.section;

import org.jspecify.annotations.NullMarked;
