/** Taking a new document in, with a look ahead at its dates. */
@NullMarked
package lv.varu.consultation.registration;

import org.jspecify.annotations.NullMarked;
