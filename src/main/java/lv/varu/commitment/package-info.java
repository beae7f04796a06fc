/** What municipalities promised in their answers, followed until it is done or given up. */
@ApplicationModule(
        allowedDependencies = {
            "proposal :: shared",
            "task",
            "directory",
            "document",
            "language",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine"
        })
@NullMarked
package lv.varu.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
