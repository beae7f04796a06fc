/** Proposals from any channel, their screening, the municipality's answer and how silence is made visible. */
@ApplicationModule(
        allowedDependencies = {
            "task",
            "directory",
            "document",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine",
            "period",
            "privacy",
            "importing",
            "spreadsheet",
            "language"
        })
@NullMarked
package lv.varu.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
