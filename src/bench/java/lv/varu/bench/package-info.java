/** Measures Varu beside other engines on one PostgreSQL; each runs in a JVM of its own. */
@NullMarked
package lv.varu.bench;

import org.jspecify.annotations.NullMarked;
