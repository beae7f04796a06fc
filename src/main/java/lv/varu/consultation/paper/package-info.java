/** Documents from a partnership's own Word form, and as PDF. */
@NullMarked
package lv.varu.consultation.paper;

import org.jspecify.annotations.NullMarked;
