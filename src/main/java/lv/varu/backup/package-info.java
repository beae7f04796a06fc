/** Backup and restore: everything of one moment in one file, taken while others work. */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"audit", "document", "engine"})
@NullMarked
package lv.varu.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
