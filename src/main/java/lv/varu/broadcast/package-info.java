/** Urgent calls to organisations, answered by one click. */
@ApplicationModule(
        allowedDependencies = {
            "task",
            "directory",
            "spreadsheet",
            "privacy",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine"
        })
@NullMarked
package lv.varu.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
