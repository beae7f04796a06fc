/** The managers' view: where every consultation stands, what is late and with whom. Nobody depends on it. */
@ApplicationModule(
        allowedDependencies = {
            "consultation :: shared",
            "proposal :: shared",
            "task",
            "directory",
            "audit",
            "account",
            "calendar",
            "engine"
        })
@NullMarked
package lv.varu.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
