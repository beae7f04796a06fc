/** The joint position: compiled, approved by each owner, delivered and received. */
@NullMarked
package lv.varu.consultation.position;

import org.jspecify.annotations.NullMarked;
