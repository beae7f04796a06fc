/** What breaks in the night, on purpose: runs against the real program that end in a check of the books. */
@NullMarked
package lv.varu.faults;

import org.jspecify.annotations.NullMarked;
