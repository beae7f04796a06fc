/** Turns of a running consultation: extended, corrected, withdrawn. */
@NullMarked
package lv.varu.consultation.turn;

import org.jspecify.annotations.NullMarked;
