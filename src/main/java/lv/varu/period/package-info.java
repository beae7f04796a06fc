/** How long to wait and when to remind: the standard of the rule table, and what administrators change from a day on. */
@ApplicationModule(
        displayName = "Period",
        allowedDependencies = {"engine", "task", "audit", "account", "calendar"})
@NullMarked
package lv.varu.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
