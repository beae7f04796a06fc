/** Latvian words as searches compare them: without endings, with and without diacritics. */
@ApplicationModule(
        displayName = "Language",
        allowedDependencies = {})
@NullMarked
package lv.varu.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
