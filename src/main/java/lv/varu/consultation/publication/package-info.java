/** Where a call was announced, with proof and reach. */
@NullMarked
package lv.varu.consultation.publication;

import org.jspecify.annotations.NullMarked;
