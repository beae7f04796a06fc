/** Projects and who paid for them; how long what people told us is kept, and its end once that time is over. */
@ApplicationModule(
        displayName = "Project",
        allowedDependencies = {
            "consultation :: shared",
            "privacy",
            "task",
            "directory",
            "mail",
            "audit",
            "account",
            "calendar"
        })
@NullMarked
package lv.varu.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
