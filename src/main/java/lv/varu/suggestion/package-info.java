/** Suggestion boxes in parishes: the register, their emptying by schedule, and what becomes of each sheet. */
@ApplicationModule(
        allowedDependencies = {
            "proposal :: shared",
            "task",
            "directory",
            "document",
            "privacy",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine"
        })
@NullMarked
package lv.varu.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
