/** Who is asked to take part, and what became of each invitation. */
@NullMarked
package lv.varu.consultation.invitation;

import org.jspecify.annotations.NullMarked;
