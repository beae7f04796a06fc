/** The texts of letters in the partnerships' own words: edited, checked, shown and taken back. */
@ApplicationModule(
        displayName = "Wording",
        allowedDependencies = {"mail", "task", "directory", "audit", "account"})
@NullMarked
package lv.varu.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
