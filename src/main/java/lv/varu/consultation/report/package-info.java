/** What came of a consultation, for everybody to read. */
@NullMarked
package lv.varu.consultation.report;

import org.jspecify.annotations.NullMarked;
