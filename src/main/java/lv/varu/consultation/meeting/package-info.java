/** Public meetings about a document, with minutes. */
@NullMarked
package lv.varu.consultation.meeting;

import org.jspecify.annotations.NullMarked;
